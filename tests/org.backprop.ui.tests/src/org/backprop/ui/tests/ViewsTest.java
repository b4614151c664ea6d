package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunWriter;
import org.backprop.testkit.LoggedErrors;
import org.backprop.ui.UiIds;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ISeries;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.ShowInContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LoggedErrors.class)
class ViewsTest {
    private TestProject project;

    @BeforeEach
    void showPerspective() throws Exception {
        project = new TestProject("views");
        Ui.perspective(UiIds.PERSPECTIVE);
        Ui.page().showView(UiIds.RUNS_VIEW);
    }

    @AfterEach
    void closeProject() throws Exception {
        if (pin().isChecked()) {
            press(pin());
        }
        project.close();
        Ui.await(
                "the deleted runs to be forgotten",
                () -> Ui.visible(Chart.class).isEmpty());
    }

    private static IAction pin() {
        return Ui.action(Ui.page().findView(UiIds.CURVES_VIEW), "Pin");
    }

    private static void press(IAction action) {
        action.setChecked(!action.isChecked());
        action.run();
    }

    @Test
    void viewsSayWhatToDoWhileThereIsNoRun() throws Exception {
        Ui.await("empty states", () -> Ui.shows("Its curves appear here") && Ui.shows("leaves a run here"));
        Shots.take("empty");
    }

    @Test
    void curvesDrawThePointsOfARecordedRun() throws Exception {
        RecordedRun.write(project.runs(), "recorded", Outcome.COMPLETED);
        project.refresh();
        Ui.await("two charts", () -> Ui.visible(Chart.class).size() == 2);
        Chart loss = Ui.visible(Chart.class).get(0);
        Chart accuracy = Ui.visible(Chart.class).get(1);
        Ui.await("validation points", () -> series(loss, "Validation").getYSeries().length == RecordedRun.EPOCHS);
        assertArrayEquals(new double[] {1, 2, 3}, series(loss, "Validation").getXSeries(), 1e-9);
        assertArrayEquals(
                new double[] {1, 1 / 2.0, 1 / 3.0}, series(loss, "Validation").getYSeries(), 1e-6);
        assertArrayEquals(
                new double[] {0.6, 0.7, 0.8}, series(accuracy, "Validation").getYSeries(), 1e-6);
        double highest = Arrays.stream(all(loss)).max().orElseThrow();
        assertEquals(1.0, highest, 1e-6, "the greatest training loss is kept");
        assertTrue(Ui.shows("recorded") && Ui.shows("Completed") && Ui.shows("epoch 3 of 3"));
        Shots.take("curves");
    }

    private static double[] all(Chart chart) {
        return Arrays.stream(chart.getSeriesSet().getSeries())
                .flatMapToDouble(series -> Arrays.stream(series.getYSeries()))
                .toArray();
    }

    private static ISeries<?> series(Chart chart, String name) {
        return chart.getSeriesSet().getSeries(name);
    }

    @Test
    void curvesFollowARunWhileItIsWritten() throws Exception {
        try (RunWriter writer = RecordedRun.begin(project.runs(), "live")) {
            RecordedRun.epoch(writer, 1);
            project.refresh();
            Ui.await("one epoch", () -> validationPoints() == 1);
            RecordedRun.epoch(writer, 2);
            Ui.await("two epochs", () -> validationPoints() == 2);
            assertTrue(Ui.shows("Running"));
        }
    }

    private static int validationPoints() {
        List<Chart> charts = Ui.visible(Chart.class);
        return charts.isEmpty() ? 0 : series(charts.get(0), "Validation").getYSeries().length;
    }

    @Test
    void pinnedRunStaysWhenANewerOneStarts() throws Exception {
        Path first = RecordedRun.write(project.runs(), "first", Outcome.COMPLETED);
        project.refresh();
        Ui.await("first run", () -> Ui.shows("first"));
        IViewPart curves = Ui.page().showView(UiIds.CURVES_VIEW);
        assertTrue(((IShowInTarget) curves).show(new ShowInContext(null, new StructuredSelection(first))));
        RecordedRun.write(project.runs(), "second", Outcome.COMPLETED);
        project.refresh();
        Ui.await("both runs listed", () -> rows().length == 2);
        assertTrue(Ui.shows("first") && pin().isChecked());
        press(pin());
        Ui.await("the newest run", () -> Ui.shows("second"));
    }

    @Test
    void runsAreListedWithStateEpochsAndBestValues() throws Exception {
        RecordedRun.write(project.runs(), "recorded", Outcome.STOPPED);
        project.refresh();
        Ui.await("a row", () -> rows().length == 1);
        TableItem row = rows()[0];
        assertEquals("recorded", row.getText(0));
        assertEquals("recorded.nn.yaml", row.getText(7));
        assertEquals("Stopped", row.getText(1));
        assertEquals("3 of 3", row.getText(2));
        assertEquals("80.00 %", row.getText(3));
        assertEquals("0.3333", row.getText(4));
    }

    private static TableItem[] rows() {
        return Ui.visible(Table.class).stream()
                .filter(table -> table.getColumnCount() == 8)
                .findFirst()
                .map(Table::getItems)
                .orElse(new TableItem[0]);
    }
}
