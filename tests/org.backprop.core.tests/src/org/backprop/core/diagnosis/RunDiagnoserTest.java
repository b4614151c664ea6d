package org.backprop.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.core.TestProject;
import org.backprop.runlog.diagnosis.Fault;
import org.backprop.runlog.run.Environment;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.Plan;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunWriter;
import org.backprop.testkit.Conditions;
import org.backprop.testkit.LoggedErrors;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LoggedErrors.class)
class RunDiagnoserTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int STEPS = 60;

    private TestProject project;
    private IFile model;

    @BeforeEach
    void create() throws CoreException {
        project = new TestProject("diagnosed");
        model = project.xor();
    }

    @AfterEach
    void delete() throws CoreException {
        project.close();
    }

    private RunWriter begin() throws IOException {
        Path runs = project.folder().resolve("runs");
        RunInfo info = RunInfo.starting(
                "xor",
                ModelSource.of(model.getLocation().toOSString(), TestProject.XOR),
                Map.of(),
                1,
                new Environment(Map.of(), "native", "test", 1, List.of()),
                new Plan(1, STEPS, 17));
        return RunWriter.create(RunFolder.create(runs, "xor"), info);
    }

    /** Records steps in which the share of dead units of the hidden layer is that. */
    private static void steps(RunWriter writer, double dead) throws IOException {
        for (int step = 1; step <= STEPS; step++) {
            writer.scalar("loss/train", step, 1.0 / step);
            writer.scalar("dead/hidden", step, dead);
        }
        writer.flush();
    }

    private void record(double dead) throws IOException, CoreException {
        try (RunWriter writer = begin()) {
            steps(writer, dead);
            writer.finish(Outcome.COMPLETED, Optional.empty());
        }
        refresh();
    }

    private void refresh() throws CoreException {
        project.project().refreshLocal(IResource.DEPTH_INFINITE, null);
    }

    private List<IMarker> markers() {
        try {
            return Arrays.asList(model.findMarkers(DiagnosisMarkers.TYPE, false, IResource.DEPTH_ZERO));
        } catch (CoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private void await(String what, int count) {
        Conditions.await(what, PATIENCE, () -> markers().size() == count);
    }

    @Test
    void aFindingIsMarkedOnTheLineOfItsLayer() throws Exception {
        record(0.8);
        await("the marker", 1);
        IMarker marker = markers().getFirst();
        assertEquals(8, marker.getAttribute(IMarker.LINE_NUMBER));
        assertEquals(IMarker.SEVERITY_WARNING, marker.getAttribute(IMarker.SEVERITY));
        assertEquals(Fault.DEAD_UNITS, DiagnosisMarkers.fault(marker));
        assertEquals(List.of("hidden"), DiagnosisMarkers.layers(marker));
    }

    @Test
    void aRunIsDiagnosedWhileItTrains() throws Exception {
        try (RunWriter writer = begin()) {
            steps(writer, 0.8);
            refresh();
            await("the marker of the running training", 1);
            writer.finish(Outcome.STOPPED, Optional.empty());
        }
    }

    @Test
    void theMarkerGoesWithTheNextRunThatHasNotTheFault() throws Exception {
        record(0.8);
        await("the marker", 1);
        record(0.1);
        await("no marker", 0);
    }

    @Test
    void theMarkerGoesWhenTheLayerIsEditedAndComesBackWhenThatIsTakenBack() throws Exception {
        record(0.8);
        await("the marker", 1);
        project.file("xor.nn.yaml", TestProject.XOR.replace("tanh", "leaky_relu"));
        await("no marker for another layer", 0);
        project.file("xor.nn.yaml", "# the same\n" + TestProject.XOR);
        await("the marker of the same layer", 1);
        assertEquals(9, markers().getFirst().getAttribute(IMarker.LINE_NUMBER));
    }

    @Test
    void theMarkerGoesWithItsRun() throws Exception {
        record(0.8);
        await("the marker", 1);
        project.project().getFolder("runs").delete(true, null);
        await("no marker without a run", 0);
    }
}
