package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;

import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunWriter;
import org.backprop.testkit.LoggedErrors;
import org.backprop.ui.UiIds;
import org.backprop.views.RunView;
import org.backprop.views.charts.ChartNavigation;
import org.backprop.views.charts.Charts;
import org.backprop.views.svg.PictureSvg;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ISeries;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.ShowInContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Element;

@ExtendWith(LoggedErrors.class)
class CurvesViewTest {
    private TestProject project;
    private RunView view;

    @BeforeEach
    void openView() throws Exception {
        project = new TestProject("curves");
        Ui.perspective(UiIds.PERSPECTIVE);
        view = Ui.runView(UiIds.CURVES_VIEW);
    }

    @AfterEach
    void closeProject() throws Exception {
        project.close();
        Ui.await(
                "the deleted runs to be forgotten",
                () -> Ui.visible(Chart.class).isEmpty());
    }

    @Test
    void severalRunsAreDrawnOverEachOtherAndNamed() throws Exception {
        Path first = RecordedRun.write(project.runs(), "first", Outcome.COMPLETED);
        Path second = RecordedRun.write(project.runs(), "second", Outcome.COMPLETED);
        project.refresh();
        Ui.await("the newest run", () -> Ui.shows("second"));
        assertTrue(view.show(new ShowInContext(null, new StructuredSelection(List.of(first, second)))));
        Ui.await("both runs", () -> names().contains("first \u00b7 Validation") && Ui.shows("2 runs"));
        assertTrue(names().containsAll(List.of("first \u00b7 Training", "second \u00b7 Training")));
        assertEquals(first, Adapters.adapt(view, Path.class));
        Shots.take("curves-overlaid");
    }

    @Test
    void linkedWithTheEditorItShowsTheNewestRunOfTheModelInIt() throws Exception {
        IFile model = project.file("first.nn.yaml", Samples.MODEL);
        RecordedRun.write(project.runs(), "first", Outcome.COMPLETED);
        RecordedRun.write(project.runs(), "second", Outcome.COMPLETED);
        IFile other = project.file("third.nn.yaml", Samples.MODEL);
        project.refresh();
        Ui.await("the newest run", () -> Ui.shows("second"));
        IDE.openEditor(Ui.page(), model);
        IAction link = Ui.action(view, "Link");
        link.run();
        Ui.await("the run of the model", () -> Ui.shows("first  \u00b7"));
        IDE.openEditor(Ui.page(), other);
        Ui.await("that the model has no run", () -> Ui.shows("third.nn.yaml has no run yet"));
        link.run();
        Ui.await("the newest run", () -> Ui.shows("second"));
        assertFalse(link.isChecked());
    }

    @Test
    void aSecondViewOpensBesideTheFirst() throws Exception {
        Ui.menuAction(view, "New View").run();
        IViewReference second = Ui.page().findViewReference(UiIds.CURVES_VIEW, "2");
        assertNotNull(second);
        Ui.page().hideView(second);
    }

    @Test
    void zoomStaysWhileTheRunGoesOnAndADoubleClickShowsEverything() throws Exception {
        try (RunWriter writer = RecordedRun.begin(project.runs(), "live")) {
            RecordedRun.epoch(writer, 1);
            project.refresh();
            Ui.await("one epoch", () -> !Ui.visible(Chart.class).isEmpty() && end() > 1);
            Chart loss = Ui.visible(Chart.class).getFirst();
            send(loss, SWT.MouseWheel, event -> event.count = 3);
            double zoomed = end();
            assertTrue(zoomed < 1);
            RecordedRun.epoch(writer, 2);
            Ui.await("the second epoch", () -> Ui.shows("epoch 2 of 3"));
            assertEquals(zoomed, end(), 1e-9);
            assertTrue(ChartNavigation.of(loss).orElseThrow().isZoomed());
            send(loss, SWT.MouseDoubleClick, event -> {});
            Ui.await("both epochs", () -> end() > 2);
        }
    }

    @Test
    void aQuantityThatIsCheckedInTheListIsDrawn() throws Exception {
        RecordedRun.write(project.runs(), "recorded", Outcome.COMPLETED);
        project.refresh();
        Ui.await("two charts", () -> Ui.visible(Chart.class).size() == 2);
        IAction choose = Ui.action(view, "Choose");
        choose.run();
        Ui.await("the list", () -> tree() != null && item("epoch") != null);
        check(item("epoch"), true);
        Ui.await("three charts", () -> Ui.visible(Chart.class).size() == 3);
        Shots.take("curves-chosen");
        check(item("epoch"), false);
        Ui.await("two charts again", () -> Ui.visible(Chart.class).size() == 2);
        choose.run();
    }

    @Test
    void theDrawingHasLinesAndTextAndNoPixels() throws Exception {
        RecordedRun.write(project.runs(), "drawn", Outcome.COMPLETED);
        project.refresh();
        Ui.await("the points", () -> names().contains("Validation"));
        PictureSvg drawing = PictureSvg.of(Ui.visible(Chart.class).getFirst().getParent());
        assertEquals(0, drawing.missing());
        Element svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(drawing.text().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertEquals(0, svg.getElementsByTagName("image").getLength());
        int longest = 0;
        for (int i = 0; i < svg.getElementsByTagName("polyline").getLength(); i++) {
            Element line = (Element) svg.getElementsByTagName("polyline").item(i);
            longest = Math.max(longest, line.getAttribute("points").split(" ").length);
        }
        assertTrue(longest >= 50, "points of the training loss: " + longest);
        assertTrue(drawing.text().contains(">Loss</text>") && drawing.text().contains(">Validation</text>"));
    }

    private static List<String> names() {
        return Ui.visible(Chart.class).stream()
                .flatMap(chart -> Arrays.stream(chart.getSeriesSet().getSeries()))
                .map(ISeries::getId)
                .toList();
    }

    private static double end() {
        return Charts.x(Ui.visible(Chart.class).getFirst()).getRange().upper;
    }

    private static void send(Chart chart, int type, Consumer<Event> details) {
        Event event = new Event();
        event.x = 10;
        event.y = 10;
        details.accept(event);
        chart.getPlotArea().getControl().notifyListeners(type, event);
    }

    private static Tree tree() {
        return Ui.visible(Tree.class).stream()
                .filter(tree -> (tree.getStyle() & SWT.CHECK) != 0)
                .findFirst()
                .orElse(null);
    }

    private static TreeItem item(String name) {
        return Arrays.stream(tree().getItems())
                .filter(item -> item.getText().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static void check(TreeItem item, boolean checked) {
        item.setChecked(checked);
        Event event = new Event();
        event.item = item;
        event.detail = SWT.CHECK;
        tree().notifyListeners(SWT.Selection, event);
    }
}
