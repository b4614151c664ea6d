package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;
import org.backprop.runlog.series.SeriesBuilder;
import org.backprop.views.charts.AxisPart;
import org.backprop.views.curves.Bounds;
import org.backprop.views.curves.CurvesState;
import org.backprop.views.curves.CurvesTable;
import org.backprop.views.curves.Line;
import org.backprop.views.curves.Plot;
import org.backprop.views.curves.Points;
import org.backprop.views.curves.Projection;
import org.backprop.views.curves.Wanted;
import org.junit.jupiter.api.Test;

class PlotTest {
    @Test
    void peakSurvivesTheReductionToAFewPixels() {
        SeriesBuilder loss = new SeriesBuilder();
        for (int step = 1; step <= 100_000; step++) {
            loss.append(step, step, step == 54_321 ? 99 : 1);
        }
        Line line = line(Map.of("loss/train", loss.series()), CurvesState.INITIAL, 200);
        assertEquals(99, Arrays.stream(line.faint().y()).max().orElseThrow());
        assertTrue(line.faint().x().length <= 2 * 200 + 4);
        assertTrue(line.main().x().length <= 200);
    }

    @Test
    void meansOfANoisyLineStayInItsMiddle() {
        SeriesBuilder loss = new SeriesBuilder();
        for (int step = 0; step < 10_000; step++) {
            loss.append(step, step, step % 2 == 0 ? 1 : 3);
        }
        Line line = line(Map.of("loss/train", loss.series()), CurvesState.INITIAL, 100);
        assertArrayEquals(new double[] {2, 2, 2}, Arrays.copyOf(line.main().y(), 3), 0.02);
    }

    @Test
    void aFewPointsAreDrawnAsTheyAreAndWhatIsNotFiniteIsCounted() {
        SeriesBuilder loss = new SeriesBuilder();
        loss.append(1, 0, 4);
        loss.append(2, 0, Float.NaN);
        loss.append(3, 0, 2);
        Line line = line(Map.of("loss/train", loss.series()), CurvesState.INITIAL, 100);
        assertTrue(line.faint().isEmpty());
        assertArrayEquals(new double[] {1, 3}, line.main().x());
        assertArrayEquals(new double[] {4, 2}, line.main().y());
        assertArrayEquals(new double[] {2}, line.nonFinite());
        assertEquals(1, line.nonFiniteCount());
    }

    @Test
    void smoothingIsTheAverageOfTensorBoardAndTheRecordedPointsStayBehindIt() {
        SeriesBuilder loss = new SeriesBuilder();
        loss.append(1, 0, 1);
        loss.append(2, 0, 2);
        loss.append(3, 0, 4);
        Line line = line(Map.of("loss/train", loss.series()), CurvesState.INITIAL.withSmoothing(0.5), 100);
        assertArrayEquals(
                new double[] {1, 1.25 / 0.75, 2.625 / 0.875}, line.main().y(), 1e-9);
        assertArrayEquals(new double[] {1, 2, 4}, line.faint().y());
    }

    @Test
    void smoothingOfAReducedCurveIsThatOfTheWholeOne() {
        SeriesBuilder whole = new SeriesBuilder();
        SeriesBuilder bounded = SeriesBuilder.bounded(512);
        for (int step = 0; step < 20_000; step++) {
            float value = (float) Math.exp(-step / 5000.0) + (step % 2 == 0 ? 0.1f : -0.1f);
            whole.append(step, step, value);
            bounded.append(step, step, value);
        }
        CurvesState smooth = CurvesState.INITIAL.withSmoothing(0.99);
        Points expected =
                line(Map.of("loss/train", whole.series()), smooth, 20_000).main();
        Points reduced =
                line(Map.of("loss/train", bounded.series()), smooth, 20_000).main();
        for (int i = reduced.x().length / 2; i < reduced.x().length; i++) {
            assertEquals(expected.y()[(int) reduced.x()[i]], reduced.y()[i], 0.02);
        }
    }

    @Test
    void aZoomedPartShowsEveryPointOfIt() {
        SeriesBuilder loss = new SeriesBuilder();
        for (int step = 0; step < 100_000; step++) {
            loss.append(step, step, step);
        }
        Wanted wanted =
                new Wanted(List.of(), CurvesState.INITIAL, 400, Map.of("loss", new AxisPart(5000, 5050, false)));
        Line line = plot(Map.of("loss/train", loss.series()), wanted).lines().getFirst();
        assertEquals(4999, line.main().x()[0]);
        assertEquals(53, line.main().x().length);
    }

    @Test
    void extremesLieOutsideOnlyWhereThatIsWantedAndAreCounted() {
        SeriesBuilder loss = new SeriesBuilder();
        for (int step = 1; step <= 80; step++) {
            loss.append(step, step, step == 40 ? 1e6f : 1 + step % 3);
        }
        Map<String, Series> scalars = Map.of("loss/train", loss.series());
        assertEquals(
                1e6, plot(scalars, wanted(CurvesState.INITIAL, 1000)).bounds().high());
        Bounds bounds = plot(scalars, wanted(CurvesState.INITIAL.withIgnoreExtremes(true), 1000))
                .bounds();
        assertEquals(3, bounds.high());
        assertEquals(1, bounds.outside());
    }

    @Test
    void trainingValidationAndTestOfAQuantityShareAChartWhateverToolWroteThem() {
        SeriesBuilder points = new SeriesBuilder();
        points.append(1, 0, 1);
        Series one = points.series();
        Map<String, Series> scalars = Map.of("train/acc", one, "val_acc", one, "acc/test", one);
        CurvesState state = CurvesState.INITIAL.withQuantities(Set.of("acc"));
        List<String> names = plot(scalars, wanted(state, 100)).lines().stream()
                .map(Line::name)
                .toList();
        assertEquals(List.of("Training", "Validation", "Test"), names);
    }

    @Test
    void tableHasARowForEachStepAndEmptyCellsWhereNothingWasRecorded() {
        SeriesBuilder train = new SeriesBuilder();
        train.append(1, 0, 0.5f);
        train.append(2, 0, 0.25f);
        SeriesBuilder validation = new SeriesBuilder();
        validation.append(2, 0, 0.75f);
        RunSnapshot run = run(Map.of("loss/train", train.series(), "loss/validation", validation.series()));
        assertEquals(
                "step\tloss/train\tloss/validation\n1\t0.5\t\n2\t0.25\t0.75\n",
                CurvesTable.of(List.of(run), List.of("loss/train", "loss/validation")));
    }

    private static Line line(Map<String, Series> scalars, CurvesState state, int pixels) {
        return plot(scalars, wanted(state, pixels)).lines().getFirst();
    }

    private static Wanted wanted(CurvesState state, int pixels) {
        return new Wanted(List.of(), state, pixels, Map.of());
    }

    private static Plot plot(Map<String, Series> scalars, Wanted wanted) {
        return new Projection().of(List.of(run(scalars)), wanted).plots().getFirst();
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
