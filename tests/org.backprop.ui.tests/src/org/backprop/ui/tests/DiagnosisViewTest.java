package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.core.diagnosis.DiagnosisMarkers;
import org.backprop.runlog.run.Environment;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.Plan;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunWriter;
import org.backprop.testkit.LoggedErrors;
import org.backprop.ui.UiIds;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swtchart.Chart;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LoggedErrors.class)
class DiagnosisViewTest {
    private static final int STEPS = 60;
    private static final String MODEL = """
            backprop: 1
            data: {moons: {samples: 500}}
            network:
              layers:
                - dense: {name: hidden, units: 4, activation: relu}  # a comment
                - dense: {name: scores, units: 2}
            training: {loss: cross_entropy, optimizer: {adam: {learning_rate: 0.01}}}
            """;

    private TestProject project;
    private IViewPart view;
    private IFile model;

    @BeforeEach
    void showView() throws Exception {
        project = new TestProject("diagnosis");
        model = project.file("faulty.nn.yaml", MODEL);
        Ui.perspective(UiIds.PERSPECTIVE);
        view = Ui.runView(UiIds.DIAGNOSIS_VIEW);
    }

    @AfterEach
    void closeProject() throws Exception {
        project.close();
        Ui.await("the deleted run to be forgotten", () -> Ui.shows("No run yet"));
        Ui.page().hideView(view);
    }

    private void record(double dead) throws Exception {
        RunInfo info = RunInfo.starting(
                "faulty",
                ModelSource.of(model.getLocation().toOSString(), MODEL),
                Map.of(),
                1,
                new Environment(Map.of(), "native", "test", 1, List.of()),
                new Plan(1, STEPS, 17));
        try (RunWriter writer = RunWriter.create(RunFolder.create(project.runs(), "faulty"), info)) {
            for (int step = 1; step <= STEPS; step++) {
                writer.scalar("loss/train", step, 1.0 / step);
                writer.scalar("dead/hidden", step, dead);
                writer.scalar("saturated/scores", step, dead);
            }
            writer.finish(Outcome.COMPLETED, Optional.empty());
        }
        project.refresh();
    }

    private static Optional<Table> table() {
        return Ui.visible(Table.class).stream()
                .filter(table -> table.getColumnCount() == 5)
                .findFirst();
    }

    private static Chart chart() {
        return Ui.visible(Chart.class).stream()
                .filter(chart -> chart.getSeriesSet().getSeries("threshold") != null)
                .findFirst()
                .orElseThrow();
    }

    private List<IMarker> markers() {
        try {
            return Arrays.asList(model.findMarkers(DiagnosisMarkers.TYPE, false, IResource.DEPTH_ZERO));
        } catch (CoreException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void sayWhatToDoWhileThereIsNoRun() {
        Ui.await("the next step", () -> Ui.shows("What is wrong with the training appears here"));
    }

    @Test
    void aRunWithoutFindingsSaysWhatWasCheckedAndWhatCouldNotBe() throws Exception {
        record(0.1);
        Ui.await("nothing", () -> Ui.shows("Nothing found in faulty"));
        assertTrue(Ui.shows("Checked: Diverging training, Dead units"));
        assertTrue(Ui.shows("Vanishing gradient (the run has not recorded gradient_norm/<layer>)"));
        Shots.take("diagnosis-nothing");
    }

    @Test
    void findingsAreListedWithTheirEvidence() throws Exception {
        record(0.8);
        Ui.await(
                "two findings",
                () -> table().filter(found -> found.getItemCount() == 2).isPresent());
        assertEquals("Dead units", table().orElseThrow().getItem(0).getText(0));
        assertEquals("hidden", table().orElseThrow().getItem(0).getText(1));
        assertEquals("1", table().orElseThrow().getItem(0).getText(2));
        Ui.await("the first evidence", () -> "dead/hidden".equals(evidence()));
        assertEquals(0.5, chart().getSeriesSet().getSeries("threshold").getYSeries()[0], 1e-9);
        Event event = new Event();
        table().orElseThrow().setSelection(1);
        event.item = table().orElseThrow().getItem(1);
        table().orElseThrow().notifyListeners(SWT.Selection, event);
        Ui.await("the evidence of the selected one", () -> "saturated/scores".equals(evidence()));
        Shots.take("diagnosis");
    }

    private static String evidence() {
        return chart().getSeriesSet().getSeries("0").getDescription();
    }

    @Test
    void aQuickFixEditsTheModelAsOneChangeThatCanBeUndone() throws Exception {
        record(0.8);
        Ui.await("the markers", () -> markers().size() == 2);
        ITextEditor editor = Adapters.adapt(IDE.openEditor(Ui.page(), model), ITextEditor.class);
        IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        IMarker marker = markers().stream()
                .min((a, b) -> Long.compare(a.getId(), b.getId()))
                .orElseThrow();
        IMarkerResolution[] resolutions = IDE.getMarkerHelpRegistry().getResolutions(marker);
        assertEquals("Change the activation of 'hidden' to leaky_relu", resolutions[0].getLabel());
        assertEquals("Show in the Diagnosis View", resolutions[resolutions.length - 1].getLabel());
        resolutions[0].run(marker);
        assertEquals(MODEL.replace("activation: relu", "activation: leaky_relu"), document.get());
        assertEquals(1, markers().size());
        editor.getAdapter(ITextOperationTarget.class).doOperation(ITextOperationTarget.UNDO);
        assertEquals(MODEL, document.get());
    }
}
