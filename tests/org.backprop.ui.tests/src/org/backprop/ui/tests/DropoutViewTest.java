package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.testkit.LoggedErrors;
import org.backprop.ui.UiIds;
import org.backprop.ui.tests.DropoutRun.Drops;
import org.backprop.views.dropout.DropoutPanel;
import org.backprop.views.dropout.DropoutView;
import org.backprop.views.dropout.Mode;
import org.backprop.views.dropout.Projection;
import org.backprop.views.dropout.Shown;
import org.backprop.views.dropout.Wanted;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LoggedErrors.class)
class DropoutViewTest {
    private static final long LONGEST_BLOCK = 50;
    private static final List<Drops> LAYERS =
            List.of(new Drops("drop", 64, 0.5), new Drops("channels", 16, 0.8), new Drops("block/gate", 1, 0.7));

    private TestProject project;
    private DropoutPanel panel;

    @BeforeEach
    void showView() throws Exception {
        project = new TestProject("dropout");
        Ui.perspective(UiIds.PERSPECTIVE);
        panel = ((DropoutView) Ui.runView(UiIds.DROPOUT_VIEW)).panel();
    }

    @AfterEach
    void closeProject() throws Exception {
        project.close();
        Ui.await("the deleted run to be forgotten", () -> Ui.shows("Train a model with a dropout layer"));
    }

    private static IAction action(String text) {
        var bars = Ui.page().findView(UiIds.DROPOUT_VIEW).getViewSite().getActionBars();
        return Arrays.stream(bars.getToolBarManager().getItems())
                .filter(ActionContributionItem.class::isInstance)
                .map(item -> ((ActionContributionItem) item).getAction())
                .filter(action -> action.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRunWithoutDropoutSaysHowToAddALayer() throws Exception {
        Ui.await("the empty state", () -> Ui.shows("There is no run yet"));
        RecordedRun.write(project.runs(), "plain", Outcome.COMPLETED);
        project.refresh();
        Ui.await("what to do", () -> Ui.shows("plain has no layer that drops units") && Ui.shows("- dropout: 0.5"));
    }

    @Test
    void masksUnitsAndPairsOfARecordedRunAreShown() throws Exception {
        DropoutRun.write(project.runs(), "masks", LAYERS);
        project.refresh();
        Ui.await(
                "the layers",
                () -> table().isVisible()
                        && table().getItemCount() == 3
                        && panel.heat().image() != null);
        assertTrue(Ui.shows("masks") && Ui.shows("cost of watching 1.25 %") && Ui.shows("3 layers"));
        assertEquals("As expected", table().getItem(0).getText(7));
        assertTrue(panel.gates().control().isVisible() && panel.gates().height() > 0);
        assertFalse(action("Freeze Masks").isEnabled(), "no trainer is at work");
        Shots.take("dropout-masks");
        table().setSelection(0);
        table().notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
        Ui.await("one layer", () -> panel.heat().image().region().rows() == 64);
        action("Show Units").run();
        Ui.await("a row for each unit", () -> panel.units().viewer().getTable().getItemCount() == 64);
        Shots.take("dropout-units");
        action("Show Co-Dropping").run();
        Ui.await("pairs", () -> panel.heat().image().region().columns() == 64 && Ui.shows("Correlation (phi)"));
        Shots.take("dropout-pairs");
        action("Show Co-Dropping").run();
        panel.time().position().setSelection(4);
        panel.time().position().notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
        Ui.await("an earlier step", () -> Ui.shows("step 50") && Ui.shows("from step 10 to 50"));
        action("Show All Layers").run();
        Ui.await("all layers", () -> Ui.shows("3 layers"));
    }

    private Table table() {
        return panel.layers().viewer().getTable();
    }

    @Test
    void sixtyWideLayersAreDrawnWithoutBlockingTheUserInterface() throws Exception {
        List<Drops> layers = IntStream.range(0, 60)
                .mapToObj(i -> new Drops("drop" + i, 4096, 0.5))
                .toList();
        RunSnapshot run = RunReader.read(DropoutRun.write(project.runs(), "wide", layers));
        project.refresh();
        Ui.await(
                "the layers",
                () -> table().isVisible()
                        && table().getItemCount() == 60
                        && panel.heat().image() != null);
        Projection projection = new Projection();
        long least = Long.MAX_VALUE;
        long job = Long.MAX_VALUE;
        for (int i = 0; i < 12; i++) {
            Wanted wanted = new Wanted(
                    null,
                    OptionalLong.of(390 - i % 2 * 10),
                    Set.of(),
                    Mode.MASKS,
                    panel.heat().region(),
                    panel.heat().pixels().x,
                    panel.heat().pixels().y);
            long start = System.nanoTime();
            Shown shown = projection.of(run, wanted);
            job = Math.min(job, System.nanoTime() - start);
            start = System.nanoTime();
            panel.show(shown);
            panel.control().update();
            least = Math.min(least, System.nanoTime() - start);
        }
        System.out.println("dropout view: 60 layers of 4096 units, " + job / 1_000_000.0 + " ms in the job, "
                + least / 1_000_000.0 + " ms in the user interface");
        assertTrue(least < LONGEST_BLOCK * 1_000_000, least + " ns");
    }
}
