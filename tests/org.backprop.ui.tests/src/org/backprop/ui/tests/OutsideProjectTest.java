package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.backprop.core.launch.LaunchAttributes;
import org.backprop.core.launch.LaunchProblem;
import org.backprop.core.launch.OutsideFiles;
import org.backprop.testkit.LoggedErrors;
import org.backprop.ui.launch.OutsideProject;
import org.backprop.ui.launch.TrainingConfigurations;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.IStatusHandler;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LoggedErrors.class)
class OutsideProjectTest {
    private static final int LOOK_MILLIS = 50;
    private static final String TITLE = "Files Outside the Project";

    @TempDir
    Path elsewhere;

    private TestProject project;
    private ILaunchConfiguration configuration;
    private Path data;
    private String question;

    @BeforeEach
    void createModelThatReadsElsewhere() throws Exception {
        data = Files.writeString(elsewhere.resolve("points.csv"), "a,b\n1,2\n3,4\n")
                .toRealPath();
        project = new TestProject("stranger");
        configuration = TrainingConfigurations.create(
                project.file("model.nn.yaml", """
                        backprop: 1
                        data: {csv: {path: "%s"}}
                        network: {layers: [{dense: 1}]}
                        training: {loss: mse}
                        """.formatted(data.toString().replace('\\', '/'))),
                LaunchAttributes.TYPE);
    }

    @AfterEach
    void delete() throws Exception {
        configuration.delete();
        project.close();
    }

    /** Looks for the dialog in its own event loop; reads and closes it when it is there. */
    private void closeDialog() {
        Display display = Display.getCurrent();
        Optional<Shell> dialog = Arrays.stream(display.getShells())
                .filter(shell -> shell.getText().equals(TITLE) && shell.isVisible())
                .findFirst();
        if (dialog.isEmpty()) {
            display.timerExec(LOOK_MILLIS, this::closeDialog);
            return;
        }
        question = text(dialog.get());
        dialog.get().close();
    }

    private static String text(Control control) {
        StringBuilder text = new StringBuilder(control instanceof Label label ? label.getText() : "");
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                text.append(text(child));
            }
        }
        return text.toString();
    }

    @Test
    void theUserIsAskedForTheVeryPathAndNothingIsReadWithoutConsent() throws Exception {
        var status =
                new Status(Status.ERROR, "org.backprop.core", LaunchProblem.OUTSIDE_PROJECT.code(), "outside", null);
        IStatusHandler handler = DebugPlugin.getDefault().getStatusHandler(status);
        assertTrue(handler instanceof OutsideProject, "handled by " + handler);
        assertEquals(List.of(data), OutsideFiles.of(configuration).paths());
        Display.getCurrent().timerExec(LOOK_MILLIS, this::closeDialog);
        assertEquals(Boolean.FALSE, handler.handleStatus(status, configuration), "this launch does not go on");
        Ui.await("the question", () -> question != null);
        assertTrue(question.contains("model.nn.yaml reads outside its project"), question);
        assertTrue(question.contains(data.toString()), question);
        assertEquals(List.of(data), OutsideFiles.of(configuration).paths());
        assertEquals(0, DebugPlugin.getDefault().getLaunchManager().getLaunches().length);
    }
}
