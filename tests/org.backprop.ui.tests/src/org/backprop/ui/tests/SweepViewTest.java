package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.backprop.runlog.run.Journal;
import org.backprop.runlog.run.JournalEntry;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.sweep.Goal;
import org.backprop.runlog.sweep.SweepFolder;
import org.backprop.runlog.sweep.SweepInfo;
import org.backprop.runlog.sweep.SweepPlan;
import org.backprop.runlog.sweep.Target;
import org.backprop.runlog.sweep.Trial;
import org.backprop.runlog.sweep.TrialState;
import org.backprop.testkit.LoggedErrors;
import org.backprop.ui.UiIds;
import org.backprop.ui.console.TrainerLineTracker;
import org.eclipse.debug.ui.console.IConsole;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.Region;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LoggedErrors.class)
class SweepViewTest {
    private static final int TRIALS = 10;
    private static final int GROUPS = 8;

    private TestProject project;
    private IViewPart view;

    @BeforeEach
    void showView() throws Exception {
        project = new TestProject("sweep");
        Ui.perspective(UiIds.PERSPECTIVE);
        view = Ui.page().showView(UiIds.SWEEP_VIEW);
    }

    @AfterEach
    void closeProject() throws Exception {
        project.close();
        Ui.await("the deleted sweep to be forgotten", () -> Ui.shows("No sweep yet"));
    }

    private static SweepPlan plan() {
        Goal goal = new Goal("accuracy/validation", true);
        return new SweepPlan(
                ModelSource.of("race.nn.yaml", Samples.MODEL),
                Map.of(),
                Optional.empty(),
                Map.of(),
                "grid",
                List.of("training.optimizer"),
                goal,
                Optional.of(new Target(goal, 0.7)),
                3,
                1);
    }

    private static Trial trial(int number, String optimizer, TrialState state, Path run) {
        return new Trial(
                number,
                Map.of("training.optimizer", optimizer),
                number,
                RecordedRun.EPOCHS,
                state,
                Optional.ofNullable(run).map(folder -> folder.getFileName().toString()),
                Optional.empty(),
                List.of());
    }

    /** Two trials of a setting that are done, and one that waits. */
    private SweepFolder write(Optional<Outcome> ended) throws IOException {
        return write(ended, Optional.empty());
    }

    private SweepFolder write(Optional<Outcome> ended, Optional<String> message) throws IOException {
        SweepInfo info = SweepInfo.starting("race", plan());
        for (int number = 1; number <= 2; number++) {
            Path run = RecordedRun.write(project.runs(), "race", Outcome.COMPLETED);
            info = info.with(trial(number, "{sgd: {momentum: 0.9}}", TrialState.COMPLETED, run));
        }
        info = info.with(trial(3, "adam", TrialState.WAITING, null));
        SweepFolder folder = SweepFolder.create(project.runs(), "race");
        (ended.isPresent() ? info.ended(ended.get(), message) : info).write(folder.infoFile());
        return folder;
    }

    private static Table table(int columns) {
        return Ui.visible(Table.class).stream()
                .filter(table -> table.getColumnCount() == columns)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(TableItem item) {
        int columns = item.getParent().getColumnCount();
        return IntStream.range(0, columns).mapToObj(item::getText).toList();
    }

    private IAction action(String text) {
        return Ui.action(view, text);
    }

    private void select(int row) {
        Table trials = table(TRIALS);
        trials.setSelection(row);
        Event event = new Event();
        event.item = trials.getItem(row);
        trials.notifyListeners(SWT.Selection, event);
    }

    @Test
    void sayWhatToDoWhileThereIsNoSweep() {
        Ui.await("the next step", () -> Ui.shows("Run As > Optimizer Race"));
        assertFalse(action("Copy as CSV").isEnabled());
    }

    @Test
    void trialsAndMeansOfARecordedSweepAreListed() throws Exception {
        write(Optional.of(Outcome.STOPPED));
        project.refresh();
        Ui.await("the trials", () -> Ui.shows("race: Stopped, 2 of 3 trials, ranked by accuracy/validation"));
        List<String> first = texts(table(TRIALS).getItem(0));
        assertEquals(List.of("1", "sgd (momentum: 0.9)", "1", "Completed", "3 of 3"), first.subList(0, 5));
        assertEquals(List.of("2", "0.3333", "80.00 %"), List.of(first.get(6), first.get(8), first.get(9)));
        assertEquals("Waiting", table(TRIALS).getItem(2).getText(3));
        List<String> best = texts(table(GROUPS).getItem(0));
        assertEquals(List.of("1", "sgd (momentum: 0.9)", "2 of 2"), best.subList(0, 3));
        assertEquals(List.of("2.0 \u00b1 0.0", "80.00 \u00b1 0.00 %"), List.of(best.get(4), best.get(7)));
        Shots.take("sweep");
    }

    @Test
    void whySweepsProcessDiedStandsAboveTheTrials() throws Exception {
        String why =
                "The trainer was killed, most often by the system because memory ran out. Use a smaller batch size,"
                        + " network or data set, or close other programs. What its trials have trained is kept: resume the sweep to go"
                        + " on.";
        write(Optional.of(Outcome.FAILED), Optional.of(why));
        project.refresh();
        Ui.await("the cause", () -> Ui.shows(why));
        assertTrue(Ui.shows("race: Failed, 2 of 3 trials"));
        Shots.take("sweep-died");
    }

    @Test
    void aSweepThatBeginsBringsItsViewToTheTop() throws Exception {
        Path folder = write(Optional.empty()).path();
        Ui.page().showView(UiIds.DIAGNOSIS_VIEW);
        Ui.page().activate(Ui.page().showView(UiIds.CURVES_VIEW));
        Ui.await("another view in front", () -> !Ui.page().isPartVisible(view));
        TrainerLineTracker tracker = new TrainerLineTracker();
        String line = "sweep " + folder;
        tracker.init(console(line));
        tracker.lineAppended(new Region(0, line.length()));
        Ui.await("the view in front", () -> Ui.page().isPartVisible(view));
        assertEquals(UiIds.CURVES_VIEW, Ui.page().getActivePart().getSite().getId(), "the focus stays");
    }

    /** A console of a process that printed that. */
    private static IConsole console(String text) {
        return (IConsole) Proxy.newProxyInstance(
                SweepViewTest.class.getClassLoader(),
                new Class<?>[] {IConsole.class},
                (proxy, method, arguments) -> method.getName().equals("getDocument") ? new Document(text) : null);
    }

    @Test
    void aSelectedTrialStandsOutOfTheCurves() throws Exception {
        write(Optional.of(Outcome.COMPLETED));
        project.refresh();
        Ui.await("the curves", () -> Ui.visible(Chart.class).stream().anyMatch(chart -> series(chart, "2") != null));
        Chart chart = Ui.visible(Chart.class).stream()
                .filter(each -> series(each, "2") != null)
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(1.0, 2.0, 3.0), points(series(chart, "1").getXSeries()));
        select(1);
        Ui.await(
                "the highlight",
                () -> series(chart, "2").getLineWidth() > series(chart, "1").getLineWidth());
        assertTrue(action("Open Run").isEnabled());
        assertFalse(action("Skip Trial").isEnabled(), "the sweep has ended");
    }

    private static ILineSeries<?> series(Chart chart, String trial) {
        return (ILineSeries<?>) chart.getSeriesSet().getSeries(trial);
    }

    private static List<Double> points(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    @Test
    void skippingATrialOfASweepAtWorkIsWrittenIntoItsJournal() throws Exception {
        SweepFolder folder = write(Optional.empty());
        project.refresh();
        Ui.await("the sweep", () -> Ui.shows("race: Running"));
        select(2);
        assertFalse(action("Stop Trial").isEnabled(), "it waits");
        action("Skip Trial").run();
        Ui.await("the command", () -> !commands(folder).isEmpty());
        assertEquals("skip_trial", commands(folder).getFirst().command());
        assertEquals(3, commands(folder).getFirst().step());
    }

    private static List<JournalEntry> commands(SweepFolder folder) {
        try {
            return Journal.read(folder.journalFile()).entries();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theTableIsCopiedAsCommaSeparatedValues() throws Exception {
        write(Optional.of(Outcome.COMPLETED));
        project.refresh();
        Ui.await("the sweep", () -> Ui.shows("race: Completed"));
        action("Copy as CSV").run();
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            String text = (String) clipboard.getContents(TextTransfer.getInstance());
            assertTrue(text.startsWith("row,trial,state,training.optimizer,seed,run,"), text);
        } finally {
            clipboard.dispose();
        }
    }
}
