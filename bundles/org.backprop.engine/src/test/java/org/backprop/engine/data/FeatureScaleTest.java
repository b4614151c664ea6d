package org.backprop.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;

import org.backprop.model.DataSection;
import org.backprop.model.MoonsData;
import org.backprop.model.Normalization;
import org.backprop.model.Shape;
import org.backprop.model.Split;
import org.junit.jupiter.api.Test;

class FeatureScaleTest {

    private static Dataset data(Shape shape, float... features) {
        int count = features.length / (int) shape.size();
        return new Dataset(shape, features, new int[count], null, List.of("a"));
    }

    @Test
    void standardizingGivesEachColumnMeanZeroAndDeviationOne() throws DataException {
        Dataset table = data(Shape.of(2), 1, 100, 2, 100, 3, 100, 6, 100);
        FeatureScale.fit(Normalization.STANDARDIZE, table, "x").apply(table);
        float deviation = (float) Math.sqrt(3.5);
        float[] expected = {-2 / deviation, 0, -1 / deviation, 0, 0, 0, 3 / deviation, 0};
        assertArrayEquals(expected, table.features(), 1e-6f);
    }

    @Test
    void minMaxBringsEachColumnToZeroToOne() throws DataException {
        Dataset table = data(Shape.of(2), -1, 7, 3, 7, 0, 7);
        FeatureScale.fit(Normalization.MIN_MAX, table, "x").apply(table);
        assertArrayEquals(new float[] {0, 0, 1, 0, 0.25f, 0}, table.features());
    }

    @Test
    void imagesAreScaledByChannel() throws DataException {
        Dataset images = data(Shape.of(2, 1, 2), 0, 1, 10, 20, 2, 4, 30, 50);
        FeatureScale.fit(Normalization.MIN_MAX, images, "x").apply(images);
        assertArrayEquals(new float[] {0, 0.25f, 0, 0.25f, 0.5f, 1, 0.5f, 1}, images.features());
    }

    @Test
    void theTrainingSetAloneIsMeasured() throws DataException {
        Dataset training = data(Shape.of(1), 0, 10);
        Dataset validation = data(Shape.of(1), 20);
        FeatureScale.fit(Normalization.MIN_MAX, training, "x").apply(validation);
        assertArrayEquals(new float[] {2}, validation.features());
    }

    @Test
    void oneSampleCannotBeMeasured() {
        DataException e = assertThrows(
                DataException.class,
                () -> FeatureScale.fit(Normalization.STANDARDIZE, data(Shape.of(1), 3), "iris.csv"));
        assertEquals(
                "iris.csv: data.normalize measures the training set, which has one sample; raise split.train or set normalize: none",
                e.getMessage());
    }

    @Test
    void loadingAgainGivesTheSameNumbersInAllThreeSets() throws DataException {
        DataSection section = new DataSection(
                new MoonsData(500, 0.1, 1), new Split(0.8, 0.1, 0.1, 1, false), Normalization.STANDARDIZE, List.of());
        Splits first = DataLoader.load(section, null, true, Progress.NONE);
        Splits again = DataLoader.load(section, null, true, Progress.NONE);
        assertArrayEquals(first.train().features(), again.train().features());
        assertArrayEquals(first.test().features(), again.test().features());
        double sum = IntStream.range(0, first.train().count())
                .mapToDouble(i -> first.train().features()[2 * i])
                .sum();
        assertEquals(0, sum / first.train().count(), 1e-6);
    }
}
