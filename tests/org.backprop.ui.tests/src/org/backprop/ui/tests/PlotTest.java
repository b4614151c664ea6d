package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;
import org.backprop.runlog.series.SeriesBuilder;
import org.backprop.views.curves.CurvesTable;
import org.backprop.views.curves.Metric;
import org.backprop.views.curves.Plot;
import org.junit.jupiter.api.Test;

class PlotTest {
    @Test
    void peakSurvivesTheReductionToAFewPixels() {
        SeriesBuilder loss = new SeriesBuilder();
        for (int step = 1; step <= 100_000; step++) {
            loss.append(step, step, step == 54_321 ? 99 : 1);
        }
        Plot plot = Plot.of(run(Map.of("loss/train", loss.series())), Metric.LOSS, 200);
        assertEquals(99, Arrays.stream(plot.steps().y()).max().orElseThrow());
        assertTrue(plot.steps().x().length <= 2 * 200 + 2);
        assertTrue(plot.train().x().length <= 200);
    }

    @Test
    void meansOfANoisyLineStayInItsMiddle() {
        SeriesBuilder loss = new SeriesBuilder();
        for (int step = 0; step < 10_000; step++) {
            loss.append(step, step, step % 2 == 0 ? 1 : 3);
        }
        Plot plot = Plot.of(run(Map.of("loss/train", loss.series())), Metric.LOSS, 100);
        assertArrayEquals(new double[] {2, 2, 2}, Arrays.copyOf(plot.train().y(), 3), 0.02);
    }

    @Test
    void aFewPointsAreDrawnAsTheyAre() {
        SeriesBuilder loss = new SeriesBuilder();
        loss.append(1, 0, 4);
        loss.append(2, 0, Float.NaN);
        loss.append(3, 0, 2);
        Plot plot = Plot.of(run(Map.of("loss/train", loss.series())), Metric.LOSS, 100);
        assertTrue(plot.steps().isEmpty());
        assertArrayEquals(new double[] {1, 3}, plot.train().x());
        assertArrayEquals(new double[] {4, 2}, plot.train().y());
    }

    @Test
    void tableHasARowForEachStepAndEmptyCellsWhereNothingWasRecorded() {
        SeriesBuilder train = new SeriesBuilder();
        train.append(1, 0, 0.5f);
        train.append(2, 0, 0.25f);
        SeriesBuilder validation = new SeriesBuilder();
        validation.append(2, 0, 0.75f);
        String table =
                CurvesTable.of(run(Map.of("loss/train", train.series(), "loss/validation", validation.series())));
        assertEquals("step\tloss/train\tloss/validation\n1\t0.5\t\n2\t0.25\t0.75\n", table);
    }

    private static RunSnapshot run(Map<String, Series> scalars) {
        return new RunSnapshot(
                Path.of("run"),
                "run",
                Optional.empty(),
                Outcome.UNKNOWN,
                scalars,
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of());
    }
}
