package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import org.backprop.runlog.events.Histogram;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.Recorded;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;
import org.backprop.runlog.series.SeriesBuilder;
import org.backprop.views.gradients.Distribution;
import org.backprop.views.gradients.GradientsTable;
import org.backprop.views.gradients.HeatGrid;
import org.backprop.views.gradients.LayerRow;
import org.backprop.views.gradients.Line;
import org.backprop.views.gradients.Lines;
import org.backprop.views.gradients.Mode;
import org.backprop.views.gradients.Projection;
import org.backprop.views.gradients.Quantity;
import org.backprop.views.gradients.Ridge;
import org.backprop.views.gradients.Shown;
import org.backprop.views.gradients.Wanted;
import org.backprop.views.images.Region;
import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.Test;

class GradientsProjectionTest {
    private static final int PIXELS = 300;

    private final Map<String, Series> scalars = new LinkedHashMap<>();
    private final Map<String, List<Recorded<Histogram>>> histograms = new LinkedHashMap<>();

    private static Series series(double... values) {
        SeriesBuilder builder = new SeriesBuilder();
        for (int i = 0; i < values.length; i++) {
            builder.append(i + 1, 0, (float) values[i]);
        }
        return builder.series();
    }

    private RunSnapshot run() {
        return new RunSnapshot(
                Path.of("run"),
                "run",
                Optional.empty(),
                Outcome.COMPLETED,
                scalars,
                histograms,
                Map.of(),
                Map.of(),
                List.of(),
                List.of());
    }

    private static Wanted wanted(Mode mode, Quantity quantity, String layer, OptionalLong step, long from) {
        Region all = new Region(0, 0, 0, 0);
        Point size = new Point(PIXELS, PIXELS);
        return new Wanted(
                null,
                layer,
                mode,
                quantity,
                Distribution.WEIGHTS,
                step,
                from,
                all,
                size,
                PIXELS,
                Optional.empty(),
                size);
    }

    private Shown shown(Mode mode, Quantity quantity) {
        return new Projection().of(run(), wanted(mode, quantity, null, OptionalLong.empty(), 0));
    }

    @Test
    void aLayerHasTheNewestValuesUpToTheChosenStep() {
        scalars.put("gradient_norm/a", series(1, 2, 3, 4));
        scalars.put("activation_mean/b", series(0.5));
        Shown shown =
                new Projection().of(run(), wanted(Mode.LINES, Quantity.GRADIENT_NORM, "b", OptionalLong.of(3), 0));
        assertEquals(
                List.of("a", "b"), shown.layers().stream().map(LayerRow::name).toList());
        assertEquals(OptionalDouble.of(3), shown.layers().get(0).value(Quantity.GRADIENT_NORM));
        assertEquals(OptionalDouble.empty(), shown.layers().get(1).value(Quantity.GRADIENT_NORM));
        assertEquals("b", shown.selected().name());
    }

    @Test
    void clippingIsCountedInTheStepsInSight() {
        scalars.put("gradient_norm/a", series(1, 1, 1, 1));
        scalars.put("clip/clipped/a", series(1, 0, 1, 1));
        Shown all = shown(Mode.LINES, Quantity.GRADIENT_NORM);
        assertEquals(OptionalDouble.of(0.75), all.layers().getFirst().value(Quantity.CLIPPED));
        assertEquals(3, all.lines().orElseThrow().fired().length);
        Shown late = new Projection().of(run(), wanted(Mode.LINES, Quantity.GRADIENT_NORM, "a", OptionalLong.of(3), 2));
        assertEquals(OptionalDouble.of(0.5), late.layers().getFirst().value(Quantity.CLIPPED));
        assertEquals(3.0, late.lines().orElseThrow().fired()[0]);
    }

    @Test
    void theNormBeforeAndAfterClippingIsDrawnWithTheGradients() {
        scalars.put("gradient_norm/a", series(1, 1));
        scalars.put("clip/clipped", series(0, 1));
        scalars.put("clip/norm_before", series(1, 10));
        scalars.put("clip/norm_after", series(1, 1));
        Lines lines = shown(Mode.LINES, Quantity.GRADIENT_NORM).lines().orElseThrow();
        assertEquals(2, lines.clipping().size());
        assertEquals(1.0, lines.high(), 1e-6);
        assertTrue(shown(Mode.LINES, Quantity.WEIGHT_NORM)
                .lines()
                .orElseThrow()
                .clipping()
                .isEmpty());
    }

    @Test
    void logarithmicLinesDrawZerosBelowTheLeastValueAndLeaveOutWhatIsNotFinite() {
        scalars.put("gradient_norm/a", series(100, 0, Double.NaN, 1));
        Line line = shown(Mode.LINES, Quantity.GRADIENT_NORM)
                .lines()
                .orElseThrow()
                .layers()
                .getFirst();
        assertEquals(3, line.x().length);
        assertEquals(2.0, line.y()[0], 1e-6);
        assertTrue(line.y()[1] < 0);
        assertEquals(0.0, line.y()[2], 1e-6);
    }

    @Test
    void longLinesAreMeansAndPeaksOfTheSelectedLayerStay() {
        double[] values = new double[10_000];
        Arrays.fill(values, 1);
        values[5000] = 1000;
        scalars.put("gradient_norm/a", series(values));
        Lines lines = shown(Mode.LINES, Quantity.GRADIENT_NORM).lines().orElseThrow();
        assertTrue(lines.layers().getFirst().x().length <= PIXELS);
        assertEquals(3, Arrays.stream(lines.range().y()).max().orElseThrow(), 1e-6);
        assertTrue(Arrays.stream(lines.layers().getFirst().y()).max().orElseThrow() < 2);
    }

    @Test
    void ofManyLayersSomeAreDrawnTheSelectedOneAmongThem() {
        for (int i = 0; i < 100; i++) {
            scalars.put("gradient_norm/layer" + i, series(1 + i));
        }
        Lines lines = new Projection()
                .of(run(), wanted(Mode.LINES, Quantity.GRADIENT_NORM, "layer50", OptionalLong.empty(), 0))
                .lines()
                .orElseThrow();
        assertTrue(lines.layers().stream().anyMatch(line -> line.name().equals("layer50")));
        assertTrue(lines.layers().size() <= 25);
        assertEquals(100, lines.layers().size() + lines.omitted());
    }

    @Test
    void theUpdateRatioHasItsGuideInSight() {
        scalars.put("update_ratio/a", series(1e-6, 1e-6));
        Lines lines = shown(Mode.LINES, Quantity.UPDATE_RATIO).lines().orElseThrow();
        assertEquals(-6, lines.low(), 1e-6);
        assertEquals(-3, lines.high(), 1e-6);
    }

    @Test
    void theHeatMapHasALayerEachRowAndHoldsAValueUntilTheNext() {
        scalars.put("gradient_norm/first", series(1, 1, 1, 1));
        scalars.put("gradient_norm/second", series(0.01));
        HeatGrid grid = shown(Mode.HEAT_MAP, Quantity.GRADIENT_NORM).grid().orElseThrow();
        assertEquals(2, grid.rows());
        assertEquals(1, grid.at(0, 0));
        assertEquals(1, grid.at(grid.columns() - 1, 0));
        assertEquals(0, grid.at(0, 1));
        assertTrue(Float.isNaN(grid.at(grid.columns() - 1, 1)), "nothing was recorded there");
        assertTrue(grid.describe(0, 0).contains("first") && grid.describe(0, 0).contains("1.000"));
    }

    @Test
    void theShadesOfTheHeatMapAreLogarithmic() {
        scalars.put("gradient_norm/a", series(1));
        scalars.put("gradient_norm/b", series(0.01));
        scalars.put("gradient_norm/c", series(0.0001));
        HeatGrid grid = shown(Mode.HEAT_MAP, Quantity.GRADIENT_NORM).grid().orElseThrow();
        assertEquals(0.5, grid.at(0, 1), 1e-5);
    }

    @Test
    void distributionsStandInTheOrderOfTimeEachScaledToItsPeak() {
        scalars.put("weight_norm/a", series(1));
        histograms.put("weights/a", List.of(recorded(10, 1), recorded(20, 5), recorded(30, 2)));
        scalars.put("loss/train", series(new double[30]));
        Ridge ridge = shown(Mode.RIDGE, Quantity.WEIGHT_NORM).ridge().orElseThrow();
        assertEquals(
                List.of(10L, 20L, 30L),
                ridge.recorded().stream().map(Recorded::step).toList());
        for (float[] heights : ridge.heights()) {
            float peak = 0;
            for (float height : heights) {
                peak = Math.max(peak, height);
            }
            assertEquals(1, peak);
        }
        assertTrue(ridge.low() <= 0 && ridge.high() > 4);
        Shown early = new Projection().of(run(), wanted(Mode.RIDGE, Quantity.WEIGHT_NORM, "a", OptionalLong.of(20), 0));
        assertEquals(2, early.ridge().orElseThrow().recorded().size());
        assertEquals(3, early.moments().length, "the slider goes through all");
    }

    /** Four buckets up to {@code greatest}. */
    private static Recorded<Histogram> recorded(long step, double greatest) {
        double[] limits = {greatest / 4, greatest / 2, greatest * 3 / 4, greatest};
        return new Recorded<>(step, 0, new Histogram(0, greatest, 16, 1, 1, limits, new double[] {2, 4, 8, 2}));
    }

    @Test
    void aPeakOfZerosIsCutOff() {
        scalars.put("weight_norm/a", series(1));
        Histogram rectified = new Histogram(
                0, 1, 1020, 1, 1, new double[] {1e-6, 0.25, 0.5, 0.75, 1}, new double[] {1000, 5, 5, 5, 5});
        histograms.put("weights/a", List.of(new Recorded<>(1, 0, rectified)));
        float[] heights =
                shown(Mode.RIDGE, Quantity.WEIGHT_NORM).ridge().orElseThrow().heights()[0];
        assertEquals(1, heights[0]);
        assertTrue(heights[heights.length / 2] > 0.5, "the rest can be seen");
    }

    @Test
    void theLayerWhereATrainingDivergedIsMarked() {
        scalars.put("gradient_norm/a", series(1));
        scalars.put("gradient_norm/b", series(1));
        scalars.put("non_finite/b", series(0, 1));
        Shown shown = shown(Mode.LINES, Quantity.GRADIENT_NORM);
        assertEquals(OptionalLong.empty(), shown.layers().get(0).nonFinite());
        assertEquals(OptionalLong.of(2), shown.layers().get(1).nonFinite());
        assertEquals("b", shown.divergence().orElseThrow().layer());
    }

    @Test
    void theTableHasTheLayersAndWhatIsDrawn() {
        scalars.put("gradient_norm/a", series(0.5, 0.25));
        String table = GradientsTable.of(shown(Mode.LINES, Quantity.GRADIENT_NORM));
        assertTrue(table.startsWith("layer\tgradient_norm\tweight_norm\tupdate_ratio"));
        assertTrue(table.contains("\na\t0.25\t"));
        assertTrue(table.contains("\na\t1\t0.5000\n"));
        assertFalse(shown(Mode.LINES, Quantity.GRADIENT_NORM).isEmpty());
    }

    @Test
    void twoHundredLayersOfAMillionStepsAreProjectedInTime() {
        SeriesBuilder builder = SeriesBuilder.bounded(4096);
        for (int step = 1; step <= 1_000_000; step++) {
            builder.append(step, 0, (float) (1 + Math.sin(step * 0.001)));
        }
        Series series = builder.series();
        for (int i = 0; i < 200; i++) {
            for (Quantity quantity : Quantity.values()) {
                scalars.put(quantity.tag("layer" + i), series);
            }
        }
        RunSnapshot run = run();
        Projection projection = new Projection();
        for (Mode mode : List.of(Mode.LINES, Mode.HEAT_MAP)) {
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < 20; i++) {
                long start = System.nanoTime();
                projection.of(run, wanted(mode, Quantity.GRADIENT_NORM, null, OptionalLong.empty(), 0));
                least = Math.min(least, (System.nanoTime() - start) / 1e6);
            }
            System.out.printf(
                    Locale.ROOT, "gradients: 200 layers, 1,000,000 steps, %s: %.1f ms in the job%n", mode, least);
            assertTrue(least < 500, mode + ": " + least + " ms");
        }
    }
}
