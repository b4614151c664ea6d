package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;
import org.backprop.runlog.series.SeriesBuilder;
import org.backprop.testkit.LoggedErrors;
import org.backprop.ui.UiIds;
import org.backprop.views.gradients.Distribution;
import org.backprop.views.gradients.GradientsPanel;
import org.backprop.views.gradients.GradientsView;
import org.backprop.views.gradients.Mode;
import org.backprop.views.gradients.Projection;
import org.backprop.views.gradients.Quantity;
import org.backprop.views.gradients.Shown;
import org.backprop.views.gradients.Wanted;
import org.backprop.views.images.Region;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LoggedErrors.class)
class GradientsViewTest {
    private static final double LONGEST_BLOCK = 50;
    /** Of the layer in the model, from 0. */
    private static final int SCORES_LINE = 9;

    private TestProject project;
    private GradientsView view;
    private GradientsPanel panel;

    @BeforeEach
    void showView() throws Exception {
        project = new TestProject("gradients");
        Ui.perspective(UiIds.PERSPECTIVE);
        view = (GradientsView) Ui.runView(UiIds.GRADIENTS_VIEW);
        panel = view.panel();
    }

    @AfterEach
    void closeProject() throws Exception {
        project.close();
        Ui.await("the deleted run to be forgotten", () -> Ui.shows("to see the gradients of its layers here"));
    }

    private Table table() {
        return panel.layers().viewer().getTable();
    }

    @Test
    void aRunWithoutNormsSaysHowToRecordThem() throws Exception {
        RecordedRun.write(project.runs(), "plain", Outcome.COMPLETED);
        project.refresh();
        Ui.await("what to do", () -> Ui.shows("Nothing has been recorded of the layers of plain"));
    }

    @Test
    void layersLinesHeatMapAndDistributionsOfARecordedRunAreShown() throws Exception {
        GradientsRun.write(project.runs(), "norms");
        project.refresh();
        Ui.await("the layers", () -> table().isVisible() && table().getItemCount() == 2);
        assertTrue(
                Ui.shows("clipped in 33.33 % of the steps") && Ui.shows("first NaN or infinity: hidden at step 301"));
        assertEquals("25.00 %", table().getItem(0).getText(7));
        Shots.take("gradients-lines");
        Ui.action(view, "Show Heat Map").run();
        Ui.await("the heat map", () -> Ui.shows("2 layers, steps 1 to 301"));
        assertTrue(tipsInTheMiddle().contains("Step 150: pause (ada)"));
        Shots.take("gradients-heat");
        Ui.action(view, "Show Distributions").run();
        Ui.await("distributions", () -> Ui.shows("distributions, each scaled"));
        Shots.take("gradients-distributions");
        panel.time().position().setSelection(4);
        panel.time().position().notifyListeners(SWT.Selection, new Event());
        Ui.await("an earlier step", () -> Ui.shows("hidden, 5 distributions") && Ui.shows("step 100"));
        Ui.action(view, "Show Distributions").run();
        Ui.await("lines again", () -> Ui.shows("hidden is selected"));
    }

    /** What the pictures say in the middle of their width. */
    private static List<String> tipsInTheMiddle() {
        return Ui.visible(Canvas.class).stream()
                .map(canvas -> {
                    Event move = new Event();
                    move.x = canvas.getSize().x / 2;
                    canvas.notifyListeners(SWT.MouseMove, move);
                    return Objects.requireNonNullElse(canvas.getToolTipText(), "");
                })
                .toList();
    }

    @Test
    void aSelectedLayerIsSelectedInTheOpenEditorOfItsModel() throws Exception {
        IFile model = project.file("norms.nn.yaml", Samples.MODEL);
        GradientsRun.write(project.runs(), "norms");
        project.refresh();
        ITextEditor editor = (ITextEditor) IDE.openEditor(Ui.page(), model).getAdapter(ITextEditor.class);
        Ui.page().activate(view);
        Ui.await("the layers", () -> table().isVisible() && table().getItemCount() == 2);
        table().setSelection(1);
        table().notifyListeners(SWT.Selection, new Event());
        Ui.await(
                "the layer",
                () -> ((ITextSelection) editor.getSelectionProvider().getSelection()).getStartLine() == SCORES_LINE);
        assertEquals(view, Ui.page().getActivePart());
        Ui.await("its line", () -> Ui.shows("scores is selected"));
    }

    @Test
    void twoHundredLayersDoNotBlockTheUserInterface() throws Exception {
        GradientsRun.write(project.runs(), "norms");
        project.refresh();
        Ui.await("the layers", () -> table().isVisible() && table().getItemCount() == 2);
        RunSnapshot run = wide();
        for (Mode mode : List.of(Mode.LINES, Mode.HEAT_MAP)) {
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < 15; i++) {
                Shown shown = new Projection().of(run, wanted(mode, 1_000_000 - i));
                long start = System.nanoTime();
                panel.show(shown);
                panel.control().update();
                least = Math.min(least, (System.nanoTime() - start) / 1e6);
            }
            System.out.printf(
                    Locale.ROOT, "gradients view: 200 layers, %s: %.1f ms in the user interface%n", mode, least);
            assertTrue(least < LONGEST_BLOCK, mode + ": " + least + " ms");
        }
    }

    private static RunSnapshot wide() {
        SeriesBuilder builder = SeriesBuilder.bounded(4096);
        for (int step = 1; step <= 1_000_000; step++) {
            builder.append(step, 0, (float) (1 + Math.sin(step * 0.01)));
        }
        Map<String, Series> scalars = new LinkedHashMap<>();
        for (int i = 0; i < 200; i++) {
            for (Quantity quantity : Quantity.values()) {
                scalars.put(quantity.tag("layer" + i), builder.series());
            }
        }
        return new RunSnapshot(
                Path.of("wide"),
                "wide",
                Optional.empty(),
                Outcome.COMPLETED,
                scalars,
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of());
    }

    private static Wanted wanted(Mode mode, long step) {
        Point size = new Point(500, 300);
        return new Wanted(
                null,
                null,
                mode,
                Quantity.GRADIENT_NORM,
                Distribution.WEIGHTS,
                OptionalLong.of(step),
                0,
                new Region(0, 0, 0, 0),
                size,
                size.x,
                Optional.empty(),
                size);
    }
}
