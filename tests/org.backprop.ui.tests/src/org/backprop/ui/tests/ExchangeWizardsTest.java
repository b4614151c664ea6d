package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

import org.backprop.core.runs.RunService;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.ModelWriter;
import org.backprop.runlog.run.Environment;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.Plan;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunWriter;
import org.backprop.runlog.safetensors.Safetensors;
import org.backprop.runlog.tensor.Tensor;
import org.backprop.testkit.LoggedErrors;
import org.backprop.ui.UiIds;
import org.backprop.ui.exchange.NetworkExportWizard;
import org.backprop.ui.exchange.NetworkImportWizard;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.IWizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The wizards with the trainer's process behind them: what one writes, the other reads. */
@ExtendWith(LoggedErrors.class)
class ExchangeWizardsTest {
    private static final String MODEL = """
            backprop: 1
            data: {csv: {path: none.csv, target: y}}
            network: {input: [2], layers: [{dense: {name: hidden, units: 3, activation: relu}}, {dense: {name: head, units: 1}}]}
            training: {loss: mse}
            """;

    private TestProject project;
    private WizardDialog dialog;

    @BeforeEach
    void createProject() throws Exception {
        project = new TestProject("exchange");
        Ui.perspective(UiIds.PERSPECTIVE);
    }

    @AfterEach
    void closeAll() throws Exception {
        if (dialog != null) {
            dialog.close();
        }
        project.close();
    }

    @Test
    void aRunIsExportedAndImportedAgain() throws Exception {
        Path run = writeRun();
        project.refresh();
        RunService runs = PlatformUI.getWorkbench().getService(RunService.class);
        runs.rescan();
        Ui.await("the run to be known", () -> runs.snapshot().in(run).isPresent());
        open(new NetworkExportWizard(), run);
        Shots.take("export-wizard");
        assertTrue(
                button("Finish").isEnabled(),
                String.valueOf(dialog.getCurrentPage().getErrorMessage()));
        Path file = Path.of(fields().getLast().getText());
        assertEquals(run.getFileName() + ".onnx", file.getFileName().toString());
        press("Finish");
        assertTrue(Files.exists(file));
        project.refresh();
        open(new NetworkImportWizard(), project.project());
        assertFalse(button("Finish").isEnabled());
        fields().getFirst().setText(file.toString());
        Shots.take("import-wizard");
        assertTrue(
                button("Finish").isEnabled(),
                String.valueOf(dialog.getCurrentPage().getErrorMessage()));
        press("Finish");
        String name = run.getFileName().toString();
        IFile model = project.project().getFile(name + ".nn.yaml");
        assertTrue(model.exists());
        Ui.await(
                "the model to be open",
                () -> Ui.page().getActiveEditor() != null
                        && Ui.page().getActiveEditor().getTitle().equals(model.getName()));
        assertTrue(
                model.readString().contains("- dense: {name: hidden, units: 3, activation: relu}"), model.readString());
        assertTrue(project.project().getFile(name + ".import.txt").exists());
    }

    @Test
    void theImportNamesWhatIsMissing() throws Exception {
        IFile text = project.file("notes.txt", "nothing");
        open(new NetworkImportWizard(), text);
        Text file = fields().getFirst();
        Text folder = fields().getLast();
        assertEquals("/exchange", folder.getText());
        file.setText(text.getLocation().toOSString());
        assertError("must end with .onnx");
        file.setText("/no/such/network.onnx");
        assertError("no such file");
        file.setText(project.file("net.onnx", "").getLocation().toOSString());
        assertTrue(button("Finish").isEnabled());
        folder.setText("/elsewhere");
        assertError("no project");
    }

    @Test
    void withoutARunThereIsNothingToExport() {
        open(new NetworkExportWizard(), project.project());
        assertTrue(controls(Combo.class).getFirst().getItemCount() == 0);
        assertFalse(button("Finish").isEnabled());
        assertError("train a network first");
    }

    private void assertError(String part) {
        String error = dialog.getCurrentPage().getErrorMessage();
        assertTrue(error != null && error.contains(part), error);
        assertFalse(button("Finish").isEnabled());
    }

    /** A run with weights, as a training leaves it. */
    private Path writeRun() throws Exception {
        Model model = ModelReader.read("tiny.nn.yaml", MODEL).model().orElseThrow();
        Environment environment = new Environment(Map.of("java", "25"), "native", "test", 1, List.of("train"));
        ModelSource source = ModelSource.of(
                project.project().getLocation().append("tiny.nn.yaml").toOSString(), MODEL);
        RunFolder folder = RunFolder.create(project.runs(), "tiny");
        RunWriter writer = RunWriter.create(
                folder,
                RunInfo.starting("tiny", source, ModelWriter.resolved(model), 1, environment, new Plan(1, 1, 13)));
        writer.finish(Outcome.COMPLETED, Optional.empty());
        SequencedMap<String, Tensor> weights = new LinkedHashMap<>();
        weights.put("hidden.weight", Tensor.floats(new float[] {1, 2, 3, 4, 5, 6}, 3, 2));
        weights.put("hidden.bias", Tensor.floats(new float[3], 3));
        weights.put("head.weight", Tensor.floats(new float[] {1, 2, 3}, 1, 3));
        weights.put("head.bias", Tensor.floats(new float[1], 1));
        Files.createDirectories(folder.checkpoints());
        Safetensors.write(folder.checkpoints().resolve("weights.safetensors"), weights, Map.of());
        return folder.path();
    }

    private void open(IWizard wizard, Object selection) {
        ((IWorkbenchWizard) wizard).init(PlatformUI.getWorkbench(), new StructuredSelection(selection));
        dialog = new WizardDialog(Ui.page().getWorkbenchWindow().getShell(), wizard);
        dialog.setBlockOnOpen(false);
        dialog.open();
        Ui.await("the wizard to be shown", () -> dialog.getShell().isVisible());
    }

    private Button button(String text) {
        return controls(Button.class).stream()
                .filter(button -> button.getText().replace("&", "").equals(text))
                .findFirst()
                .orElseThrow();
    }

    /** Presses a button; the wizard works until this returns. */
    private void press(String text) {
        button(text).notifyListeners(SWT.Selection, new Event());
    }

    /** The texts that can be edited; the message above is one that cannot. */
    private List<Text> fields() {
        return controls(Text.class).stream().filter(Text::getEditable).toList();
    }

    private <T extends Control> List<T> controls(Class<T> type) {
        List<T> found = new ArrayList<>();
        collect(dialog.getShell(), type, found);
        return found;
    }

    private static <T extends Control> void collect(Composite parent, Class<T> type, List<T> found) {
        for (Control child : parent.getChildren()) {
            if (type.isInstance(child)) {
                found.add(type.cast(child));
            }
            if (child instanceof Composite composite) {
                collect(composite, type, found);
            }
        }
    }
}
