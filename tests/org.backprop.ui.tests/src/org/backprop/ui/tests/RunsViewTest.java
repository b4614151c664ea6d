package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.backprop.core.backends.BundleJars;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunNotes;
import org.backprop.testkit.LoggedErrors;
import org.backprop.ui.UiIds;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swtchart.Chart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.actions.ActionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LoggedErrors.class)
class RunsViewTest {
    private static final int COLUMNS = 8;

    private TestProject project;
    private IViewPart view;

    @BeforeEach
    void writeRuns() throws Exception {
        project = new TestProject("runs");
        Ui.perspective(UiIds.PERSPECTIVE);
        view = Ui.page().showView(UiIds.RUNS_VIEW);
        RecordedRun.write(project.runs(), "first", Outcome.COMPLETED);
        Path second = RecordedRun.write(project.runs(), "second", Outcome.FAILED);
        RunNotes.NONE.withDisplayName("Renamed").withTags(List.of("kept")).write(new RunFolder(second).notesFile());
        Path archived = RecordedRun.write(project.runs(), "archived", Outcome.COMPLETED);
        RunNotes.NONE.withArchived(true).write(new RunFolder(archived).notesFile());
        project.refresh();
        Ui.await("two runs", () -> rows().length == 2);
    }

    @AfterEach
    void closeProject() throws Exception {
        filter("");
        IViewPart compare = Ui.page().findView(UiIds.COMPARE_VIEW);
        if (compare != null) {
            Ui.page().hideView(compare);
        }
        project.close();
        Ui.await("the deleted runs to be forgotten", () -> Ui.shows("No run yet"));
    }

    private static Table table(int columns) {
        return Ui.visible(Table.class).stream()
                .filter(table -> table.getColumnCount() == columns)
                .findFirst()
                .orElse(null);
    }

    private static TableItem[] rows() {
        Table table = table(COLUMNS);
        return table == null ? new TableItem[0] : table.getItems();
    }

    private static List<String> names() {
        return Arrays.stream(rows()).map(item -> item.getText(0)).toList();
    }

    private static void filter(String text) {
        Ui.visible(Text.class).stream()
                .filter(field -> field.getMessage().startsWith("Filter"))
                .forEach(field -> field.setText(text));
    }

    private static void selectAll() {
        Table table = table(COLUMNS);
        table.selectAll();
        table.notifyListeners(SWT.Selection, new Event());
    }

    private IAction handler(ActionFactory platform) {
        return view.getViewSite().getActionBars().getGlobalActionHandler(platform.getId());
    }

    @Test
    void archivedRunsAreLeftOutAndTheFilterChoosesAmongTheOthers() {
        assertTrue(Ui.shows("2 of 3"));
        filter("state:failed tag:kept");
        Ui.await("the failed run", () -> names().equals(List.of("Renamed")));
        filter("nothing");
        Ui.await("no run", () -> rows().length == 0);
        filter("first");
        Ui.await("the first run", () -> names().equals(List.of("first")));
    }

    @Test
    void deletingIsOnlyPossibleWithASelection() {
        IAction delete = handler(ActionFactory.DELETE);
        assertFalse(delete.isEnabled());
        selectAll();
        assertTrue(delete.isEnabled());
    }

    @Test
    void keysAreForTheTextWhileTheCursorIsInTheFilter() {
        selectAll();
        filter("first");
        Text text = Ui.visible(Text.class).stream()
                .filter(field -> field.getMessage().startsWith("Filter"))
                .findFirst()
                .orElseThrow();
        text.notifyListeners(SWT.Activate, new Event());
        text.setSelection(0, 4);
        handler(ActionFactory.DELETE).runWithEvent(new Event());
        assertEquals("t", text.getText());
        handler(ActionFactory.SELECT_ALL).runWithEvent(new Event());
        assertEquals("t", text.getSelectionText());
        text.notifyListeners(SWT.Deactivate, new Event());
    }

    @Test
    void copyTakesTheSelectedRowsWithTheirHeader() {
        selectAll();
        handler(ActionFactory.COPY).runWithEvent(new Event());
        Clipboard clipboard = new Clipboard(view.getSite().getShell().getDisplay());
        String[] lines = ((String) clipboard.getContents(TextTransfer.getInstance())).split("\n");
        clipboard.dispose();
        assertTrue(lines[0].startsWith("Run\tState\tEpochs\tBest Accuracy\tLowest Loss"), lines[0]);
        assertEquals(3, lines.length);
        assertTrue(lines[1].startsWith("Renamed\tFailed\t3 of 3\t80.00 %\t0.3333"), lines[1]);
    }

    @Test
    void theCopiedPredictionSnippetNamesTheRunAndCompiles(@TempDir Path folder) throws Exception {
        select("first");
        IAction copy = Ui.menuAction(view, "Copy Prediction Snippet");
        assertFalse(copy.isEnabled(), "a run without weights cannot predict");
        Path run = RecordedRun.write(project.runs(), "trained", Outcome.COMPLETED);
        Path checkpoints = Files.createDirectories(new RunFolder(run).checkpoints());
        Files.createFile(checkpoints.resolve("weights.safetensors"));
        project.refresh();
        Ui.await("three runs", () -> rows().length == 3);
        select("trained");
        copy.run();
        Ui.await("the program", () -> clipboard().contains(run.toString()));
        Path source = Files.writeString(folder.resolve("Predict.java"), clipboard());
        String jars = BundleJars.of("org.backprop.runtime").stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        StringWriter errors = new StringWriter();
        int exit = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        new PrintWriter(errors),
                        new PrintWriter(errors),
                        "-cp",
                        jars,
                        "-d",
                        folder.toString(),
                        source.toString());
        assertEquals(0, exit, errors + clipboard());
    }

    private static String clipboard() {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            Object text = clipboard.getContents(TextTransfer.getInstance());
            return text == null ? "" : text.toString();
        } finally {
            clipboard.dispose();
        }
    }

    @Test
    void selectedRunsAreComparedSideBySide() throws Exception {
        selectAll();
        Ui.action(view, "Compare Runs").run();
        Ui.await("two curves", () -> curves() == 2);
        CTabFolder tabs = Ui.visible(CTabFolder.class).stream()
                .filter(folder -> folder.getItemCount() == 4
                        && folder.getItem(0).getText().equals("Curves")
                        && folder.getItem(1).getText().equals("Metrics"))
                .findFirst()
                .orElseThrow();
        tabs.setSelection(1);
        Table metrics = table(3);
        assertEquals("Renamed", metrics.getColumn(1).getText());
        List<String> titles =
                Arrays.stream(metrics.getItems()).map(item -> item.getText(0)).toList();
        int loss = titles.indexOf("loss/validation, best");
        assertEquals("\u2605 0.3333", metrics.getItem(loss).getText(1));
        Shots.take("compare");
    }

    @Test
    void theModelsOfTwoSelectedRunsAreCompared() throws Exception {
        String changed = Samples.MODEL.replace("units: 16", "units: 24");
        RecordedRun.begin(project.runs(), "changed", changed).finish(Outcome.COMPLETED, Optional.empty());
        project.refresh();
        Ui.await("three runs", () -> rows().length == 3);
        IAction compare = Ui.menuAction(view, "Compare Models");
        select("first");
        assertFalse(compare.isEnabled());
        select("first", "changed");
        assertTrue(compare.isEnabled());
        compare.run();
        Ui.await(
                "the layer that is different",
                () -> Ui.visible(Tree.class).stream()
                        .anyMatch(tree -> texts(tree.getItems()).contains("units: 16 \u2192 24")));
        Shots.take("compare-models");
    }

    private static void select(String... runs) {
        List<String> names = names();
        table(COLUMNS).setSelection(Arrays.stream(runs).mapToInt(names::indexOf).toArray());
        table(COLUMNS).notifyListeners(SWT.Selection, new Event());
    }

    private static List<String> texts(TreeItem[] items) {
        return Arrays.stream(items)
                .flatMap(item -> Stream.concat(Stream.of(item.getText()), texts(item.getItems()).stream()))
                .toList();
    }

    @Test
    void aViewThatIsOpenedLaterShowsTheSelectedRun() throws Exception {
        IViewPart gradients = Ui.page().findView(UiIds.GRADIENTS_VIEW);
        if (gradients != null) {
            Ui.page().hideView(gradients);
        }
        Table table = table(COLUMNS);
        int row = Arrays.stream(rows()).map(TableItem::getText).toList().indexOf("first");
        table.setSelection(row);
        table.notifyListeners(SWT.Selection, new Event());
        Ui.page().showView(UiIds.GRADIENTS_VIEW);
        Ui.await("the selected run", () -> Ui.shows("of the layers of first"));
    }

    private static int curves() {
        return Ui.visible(Chart.class).stream()
                .map(chart -> chart.getSeriesSet().getSeries().length)
                .filter(count -> count == 2)
                .findFirst()
                .orElse(0);
    }
}
