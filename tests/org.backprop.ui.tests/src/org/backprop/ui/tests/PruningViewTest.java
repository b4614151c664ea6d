package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.backprop.runlog.control.Command;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunWriter;
import org.backprop.testkit.LoggedErrors;
import org.backprop.ui.UiIds;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swtchart.Chart;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LoggedErrors.class)
class PruningViewTest {
    private static final int NARROW = 350;

    private TestProject project;
    private FakeTrainers trainers;
    private IViewPart view;

    @BeforeEach
    void showView() throws Exception {
        project = new TestProject("pruned");
        trainers = new FakeTrainers();
        Ui.perspective(UiIds.PERSPECTIVE);
        view = Ui.runView(UiIds.PRUNING_VIEW);
    }

    @AfterEach
    void closeProject() throws Exception {
        project.close();
        Ui.await("the deleted run to be forgotten", () -> Ui.shows("No run yet"));
        Ui.page().hideView(view);
        trainers.close();
    }

    private void showRecorded() throws Exception {
        PrunedRun.write(project.runs(), "pruned");
        project.refresh();
        Ui.await("the layers", () -> Ui.shows("pruned") && layers().getItemCount() == PrunedRun.NAMES.size() + 1);
    }

    private static Table layers() {
        return Ui.visible(Table.class).stream()
                .filter(table -> table.getColumnCount() == 6)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> row(int index) {
        return IntStream.range(0, 6).mapToObj(layers().getItem(index)::getText).toList();
    }

    private static void select(int row) {
        layers().setSelection(row);
        Event event = new Event();
        event.item = layers().getItem(row);
        layers().notifyListeners(SWT.Selection, event);
    }

    private static Chart chart(String axis) {
        return Ui.visible(Chart.class).stream()
                .filter(chart ->
                        chart.getAxisSet().getXAxis(0).getTitle().getText().startsWith(axis))
                .findFirst()
                .orElseThrow();
    }

    /** Presses or moves the pointer in the saliency histogram at a saliency. */
    private static void point(int type, double saliency) {
        Chart chart = chart("Saliency");
        Event event = new Event();
        event.button = 1;
        event.x = chart.getAxisSet().getXAxis(0).getPixelCoordinate(Math.log10(saliency));
        event.y = 20;
        chart.getPlotArea().getControl().notifyListeners(type, event);
    }

    private static void drag(double... saliencies) {
        point(SWT.MouseDown, saliencies[0]);
        for (double saliency : saliencies) {
            point(SWT.MouseMove, saliency);
        }
        point(SWT.MouseUp, saliencies[saliencies.length - 1]);
    }

    /** The percentage behind a text. */
    private static double figure(String text) {
        String label = Ui.visible(Label.class).stream()
                .map(Label::getText)
                .filter(each -> each.contains(text))
                .findFirst()
                .orElseThrow();
        String rest = label.substring(label.indexOf(text) + text.length());
        return Double.parseDouble(rest.substring(0, rest.indexOf(' ')));
    }

    private static Button button(String text) {
        return Ui.visible(Button.class).stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static void choose(String item) {
        Combo combo = Ui.visible(Combo.class).stream()
                .filter(each -> each.indexOf(item) >= 0)
                .findFirst()
                .orElseThrow();
        combo.select(combo.indexOf(item));
        combo.notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void sayWhatToDoWhileThereIsNoRun() {
        Ui.await("the next step", () -> Ui.shows("Run As > Neural Network Training. Which weights"));
    }

    @Test
    void sayHowToPruneWhileNoWeightsAreRecorded() throws Exception {
        RecordedRun.write(project.runs(), "plain", Outcome.COMPLETED);
        project.refresh();
        Ui.await("the key", () -> Ui.shows("training.pruning"));
    }

    @Test
    void layersOfARecordedRunAreListed() throws Exception {
        showRecorded();
        Ui.await("the last pruning", () -> row(1).get(5).equals("300"));
        assertEquals(List.of("convolution", "800", "320", "60.00 %", "0.3000", "300"), row(0));
        assertEquals(List.of("hidden", "1,500", "600", "60.00 %", "0.3000", "300"), row(1));
        assertTrue(Ui.shows("60.00 % of the weights pruned"));
        assertTrue(Ui.shows("Mask of convolution.weight (8 \u00d7 4 \u00d7 5 \u00d7 5)"));
        Shots.take("pruning");
        select(1);
        Ui.await(
                "the mask of the selected layer",
                () -> Ui.shows("Mask of hidden.weight (30 \u00d7 50), hidden.bias (30)"));
        Shots.take("pruning-hidden");
        select(3);
        Ui.await("why it has no figures", () -> Ui.shows("normalization has no weights that can be pruned"));
        assertEquals(List.of("normalization", "0", "0", "", "", ""), row(3));
        assertFalse(button("Apply").isEnabled());
    }

    @Test
    void theTimeSliderGoesBackToEarlierMasks() throws Exception {
        showRecorded();
        Scale at = Ui.visible(Scale.class).getLast();
        Ui.await("four moments", () -> at.getMaximum() == 3);
        at.setSelection(1);
        at.notifyListeners(SWT.Selection, new Event());
        Ui.await("the first pruning", () -> row(1).get(3).equals("20.00 %"));
        assertEquals(List.of("hidden", "1,500", "1,200", "20.00 %", "0.1000", "100"), row(1));
        assertTrue(Ui.shows("step 100, epoch 1.0"));
        at.setSelection(0);
        at.notifyListeners(SWT.Selection, new Event());
        Ui.await("no mask before the first pruning", () -> Ui.shows("no mask was recorded"));
        at.setSelection(3);
        at.notifyListeners(SWT.Selection, new Event());
        Ui.await("the end", () -> row(1).get(3).equals("60.00 %") && Ui.shows("Newest: step 300"));
    }

    @Test
    void draggingTheThresholdSaysWhatWouldBePrunedOfAFinishedRun() throws Exception {
        showRecorded();
        Ui.await("the line", () -> Ui.shows("The accuracy needs a running trainer"));
        drag(0.2, 0.5);
        assertEquals(80, figure("At the line, convolution: "), 1, "half of the 40 % that are left");
        assertFalse(button("Apply").isEnabled());
        drag(0.9, 5);
        assertTrue(Ui.shows("above every saliency"));
        assertTrue(Ui.shows("At the line, convolution: 100.00 %"));
        choose("All layers");
        drag(0.5);
        assertEquals(80, figure("all layers: "), 1);
        Shots.take("pruning-what-if");
    }

    @Test
    void theNumberAtTheThresholdStandsAboveTheBarsInANarrowView() throws Exception {
        Shell window = Ui.page().getWorkbenchWindow().getShell();
        Point size = window.getSize();
        try {
            showRecorded();
            Ui.await("the histogram", () -> Ui.shows("Mask of convolution.weight"));
            Control plot = chart("Saliency").getPlotArea().getControl();
            window.setSize(size.x * NARROW / parent(plot, CTabFolder.class).getSize().x, size.y);
            Ui.await("the narrow view", () -> parent(plot, CTabFolder.class).getSize().x < NARROW + 20);
            drag(0.5);
            ((ScrolledComposite) parent(plot, ScrolledComposite.class)).showControl(plot);
            Ui.await("the bars", () -> coloured(plot, plot.getSize().y) > 0);
            Shots.take("pruning-narrow");
            GC gc = new GC(plot);
            int number = gc.getFontMetrics().getHeight();
            gc.dispose();
            assertEquals(0, coloured(plot, number), "no bar where the number stands");
        } finally {
            window.setSize(size);
        }
    }

    private static Composite parent(Control control, Class<? extends Composite> type) {
        Composite parent = control.getParent();
        while (!type.isInstance(parent)) {
            parent = parent.getParent();
        }
        return parent;
    }

    /** The pixels of the upper rows of a plot that are neither background nor a grey. */
    private static long coloured(Control plot, int rows) {
        Image image = new Image(plot.getDisplay(), plot.getSize().x, rows);
        GC gc = new GC(plot);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        return IntStream.range(0, data.width * data.height)
                .mapToObj(i -> data.palette.getRGB(data.getPixel(i % data.width, i / data.width)))
                .filter(colour -> colour.getHSB()[1] > 0.3)
                .count();
    }

    @Test
    void theArrowKeysMoveTheThreshold() throws Exception {
        showRecorded();
        Ui.await("the mask", () -> Ui.shows("Mask of convolution.weight"));
        drag(0.5);
        assertEquals(80, figure("convolution: "), 1);
        Control plot = chart("Saliency").getPlotArea().getControl();
        Event key = new Event();
        key.keyCode = SWT.END;
        plot.notifyListeners(SWT.KeyDown, key);
        assertTrue(Ui.shows("above every saliency"));
        key.keyCode = SWT.HOME;
        plot.notifyListeners(SWT.KeyDown, key);
        key.keyCode = SWT.ARROW_LEFT;
        plot.notifyListeners(SWT.KeyDown, key);
        assertTrue(Ui.shows("Nothing would be pruned"));
    }

    @Test
    void theTrainerIsAskedWhileTheLineIsDraggedOneQuestionAtATime() throws Exception {
        try (RunWriter writer = PrunedRun.begin(project.runs(), "live")) {
            beginLive(writer);
            drag(0.4, 0.45, 0.5, 0.55, 0.6);
            assertEquals(1, trainers.commands().size(), "further questions wait for the first answer");
            trainers.answer(Map.of("sparsity", 0.52, "accuracy_before", 0.94, "accuracy", 0.93));
            Ui.await("the answer", () -> Ui.shows("accuracy 94.00 % \u2192 93.00 %"));
            assertEquals(2, trainers.commands().size(), "of those that waited only the newest was asked");
            Command.WhatIf last = (Command.WhatIf) trainers.commands().getLast();
            assertEquals(0.6, last.selection().threshold().orElseThrow(), 0.02);
            assertEquals("convolution", last.selection().layer().orElseThrow());
            trainers.answer(Map.of("sparsity", 0.68, "accuracy_before", 0.94, "accuracy", 0.9, "samples", 100.0));
            Ui.await("the second answer", () -> Ui.shows("accuracy 94.00 % \u2192 90.00 %, on 100 samples"));
        }
    }

    private void beginLive(RunWriter writer) throws Exception {
        trainers.control(writer.folder().path());
        PrunedRun.prune(writer, 0);
        PrunedRun.prune(writer, 1);
        project.refresh();
        Ui.await("a running trainer", () -> Ui.shows("while you drag"));
    }

    @Test
    void applyPrunesInFlightAndUndoRestores() throws Exception {
        try (RunWriter writer = PrunedRun.begin(project.runs(), "live")) {
            beginLive(writer);
            choose("All layers");
            drag(0.5);
            trainers.answer(Map.of("sparsity", 0.6));
            assertTrue(button("Apply").isEnabled());
            button("Apply").notifyListeners(SWT.Selection, new Event());
            Command.Prune prune = (Command.Prune) trainers.commands().getLast();
            assertTrue(prune.selection().layer().isEmpty());
            trainers.answer(Map.of("removed", 1234.0, "sparsity", 0.6));
            Ui.await("what was done", () -> Ui.shows("Weights pruned: 1,234. Sparsity: 60.00 %"));
            PrunedRun.prune(writer, 2);
            Ui.await("the new masks", () -> row(1).get(3).equals("40.00 %"));
            button("Undo").notifyListeners(SWT.Selection, new Event());
            assertEquals(Command.Signal.UNDO_PRUNE, trainers.commands().getLast());
            trainers.refuse("nothing was pruned");
            Ui.await("the refusal", () -> Ui.shows("The trainer refused: nothing was pruned"));
            assertEquals("40.00 %", row(1).get(3), "nothing is lost");
        }
    }

    @Test
    void anotherCriterionIsAskedForTheSameShareOfWeights() throws Exception {
        try (RunWriter writer = PrunedRun.begin(project.runs(), "live")) {
            beginLive(writer);
            choose("random");
            drag(0.5);
            Command.WhatIf asked = (Command.WhatIf) trainers.commands().getLast();
            assertEquals("random", asked.selection().criterion());
            assertEquals(0.6, asked.selection().sparsity().orElseThrow(), 0.01);
        }
    }

    @Test
    void theNumbersCanBeCopiedAsTables() throws Exception {
        showRecorded();
        Ui.action(view, "Copy as Table").run();
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        String text = (String) clipboard.getContents(TextTransfer.getInstance());
        clipboard.dispose();
        List<String> lines = text.lines().toList();
        assertEquals("layer\tweights\tkept\tsparsity\tthreshold\tlast_pruning_step", lines.getFirst());
        assertTrue(lines.get(1).startsWith("convolution\t800\t320\t0.6"), lines.get(1));
        assertTrue(lines.contains("step\tsparsity/convolution"));
        assertTrue(Arrays.asList(text.split("\n")).stream()
                .anyMatch(line -> line.startsWith("saliency/convolution from")));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("step\t0 % of weights/convolution")));
    }
}
