package org.backprop.core.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.backprop.core.TestProject;
import org.backprop.testkit.LoggedErrors;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(LoggedErrors.class)
class TrainingSetupTest {
    private static final String XOR = "/setup/xor.nn.yaml";

    private TestProject project;

    @BeforeEach
    void create() throws CoreException {
        project = new TestProject("setup");
        project.xor();
    }

    @AfterEach
    void delete() throws CoreException {
        project.close();
    }

    @Test
    void onlyTheModelIsRequired() throws CoreException {
        TrainingSetup setup = TrainingSetup.of(Configurations.of(XOR));
        assertEquals(project.folder().resolve("xor.nn.yaml"), setup.modelFile());
        assertEquals(project.folder().resolve("runs"), setup.runs());
        assertEquals(OptionalInt.empty(), setup.epochs());
        assertEquals(OptionalLong.empty(), setup.seed());
        assertEquals("native", setup.backend());
        assertEquals(List.of(), setup.vmArguments());
        assertEquals("xor", setup.checkModel().name());
    }

    @Test
    void variablesAreReplaced() throws CoreException {
        ILaunchConfigurationWorkingCopy configuration = Configurations.of(XOR);
        configuration.setAttribute(LaunchAttributes.RUNS, "${workspace_loc:/setup}/elsewhere");
        assertEquals(
                project.folder().resolve("elsewhere"),
                TrainingSetup.of(configuration).runs());
    }

    @Test
    void valuesAreRead() throws CoreException {
        ILaunchConfigurationWorkingCopy configuration = Configurations.of(XOR);
        configuration.setAttribute(LaunchAttributes.EPOCHS, " 7 ");
        configuration.setAttribute(LaunchAttributes.SEED, "-5");
        configuration.setAttribute(LaunchAttributes.RUNS, "out/runs");
        configuration.setAttribute(LaunchAttributes.VM_ARGUMENTS, "-Xmx1g \"-Dname=a b\"");
        TrainingSetup setup = TrainingSetup.of(configuration);
        assertEquals(OptionalInt.of(7), setup.epochs());
        assertEquals(OptionalLong.of(-5), setup.seed());
        assertEquals(project.folder().resolve(Path.of("out", "runs")), setup.runs());
        assertEquals(List.of("-Xmx1g", "-Dname=a b"), setup.vmArguments());
    }

    @Test
    void aConfigurationWithoutModelIsRefused() {
        assertRefused(LaunchProblem.NO_MODEL, () -> TrainingSetup.of(Configurations.create()));
    }

    @Test
    void aModelThatDoesNotExistIsRefused() {
        assertRefused(LaunchProblem.MODEL_NOT_FOUND, () -> TrainingSetup.of(Configurations.of("/setup/other.nn.yaml")));
    }

    @Test
    void aModelOfAClosedProjectIsRefused() throws CoreException {
        project.project().close(null);
        assertRefused(LaunchProblem.MODEL_NOT_FOUND, () -> TrainingSetup.of(Configurations.of(XOR)));
        project.project().open(null);
    }

    @ParameterizedTest
    @CsvSource({
        LaunchAttributes.EPOCHS + ", 0",
        LaunchAttributes.EPOCHS + ", 1.5",
        LaunchAttributes.EPOCHS + ", many",
        LaunchAttributes.SEED + ", 99999999999999999999",
        LaunchAttributes.MODEL + ", setup"
    })
    void aValueThatCannotBeUsedIsNamed(String attribute, String value) throws CoreException {
        ILaunchConfigurationWorkingCopy configuration = Configurations.of(XOR);
        configuration.setAttribute(attribute, value);
        IStatus status = assertRefused(LaunchProblem.BAD_ATTRIBUTE, () -> TrainingSetup.of(configuration));
        assertTrue(status.getMessage().contains('"' + value + '"'), status.getMessage());
    }

    @Test
    void aModelWithErrorsIsRefusedWithTheNumberAndTheFirst() throws CoreException {
        project.file("xor.nn.yaml", TestProject.XOR.replace("epochs:", "epoch:"));
        TrainingSetup setup = TrainingSetup.of(Configurations.of(XOR));
        IStatus status = assertRefused(LaunchProblem.MODEL_HAS_ERRORS, setup::checkModel);
        assertTrue(status.getMessage().contains("(1)"), status.getMessage());
        assertTrue(status.getMessage().contains("xor.nn.yaml:14:3: UNKNOWN_KEY"), status.getMessage());
    }

    @Test
    void anOverrideThatDoesNotFitTheModelIsRefused() throws CoreException {
        ILaunchConfigurationWorkingCopy configuration = Configurations.of(XOR);
        configuration.setAttribute(LaunchAttributes.OVERRIDES, Map.of("training.batch_size", "-1"));
        IStatus status = assertRefused(
                LaunchProblem.MODEL_HAS_ERRORS,
                () -> TrainingSetup.of(configuration).checkModel());
        assertTrue(status.getMessage().contains("--set training.batch_size"), status.getMessage());
    }

    private static IStatus assertRefused(LaunchProblem problem, Executable resolution) {
        IStatus status = assertThrows(CoreException.class, resolution).getStatus();
        assertTrue(problem.is(status), status::toString);
        return status;
    }
}
