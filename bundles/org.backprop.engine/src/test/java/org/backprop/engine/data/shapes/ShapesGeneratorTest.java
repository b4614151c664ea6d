package org.backprop.engine.data.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Generation;
import org.backprop.engine.data.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShapesGeneratorTest {

    private static final int WIDTH = 3 * 32 * 32;

    @Test
    void pixelsAreFromZeroToOneAndUseTheRange() throws DataException {
        float least = 1;
        float greatest = 0;
        for (float pixel : first(200, 1).features()) {
            assertTrue(pixel >= 0 && pixel <= 1);
            least = Math.min(least, pixel);
            greatest = Math.max(greatest, pixel);
        }
        assertEquals(0, least);
        assertEquals(1, greatest);
    }

    @ParameterizedTest
    @EnumSource
    void aFigureLiesInTheUnitCircleAndFillsAGoodPartOfIt(Figure figure) {
        int inside = 0;
        int steps = 200;
        for (int i = 0; i < steps * steps; i++) {
            float x = (i % steps) * 3f / steps - 1.5f;
            float y = i / steps * 3f / steps - 1.5f;
            if (figure.distance(x, y) < 0) {
                assertTrue(Math.hypot(x, y) <= 1.08, () -> figure + " at " + x + ", " + y);
                inside++;
            }
        }
        double area = inside * 9.0 / (steps * steps);
        assertTrue(area > 0.7 && area < Math.PI, figure + " has area " + area);
    }

    /** What a linear model could use: the mean image of each class. */
    @Test
    void theMeansOfTheClassesTellAlmostNothing() throws DataException {
        Dataset train = first(4000, 1);
        Dataset test = first(1000, 2);
        float[][] means = means(train);
        int correct = 0;
        for (int i = 0; i < test.count(); i++) {
            correct += nearest(means, test, i) == test.labels()[i] ? 1 : 0;
        }
        assertTrue(correct < 250, "correct " + correct);
    }

    private static Dataset first(int count, long seed) throws DataException {
        return new Generation("shapes", new ShapesGenerator(seed), count, true, Progress.NONE)
                .select(IntStream.range(0, count).toArray());
    }

    private static float[][] means(Dataset data) {
        float[][] means = new float[10][WIDTH];
        for (int i = 0; i < data.count(); i++) {
            for (int j = 0; j < WIDTH; j++) {
                means[data.labels()[i]][j] += data.features()[i * WIDTH + j] * 10 / data.count();
            }
        }
        return means;
    }

    private static int nearest(float[][] means, Dataset data, int sample) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int label = 0; label < means.length; label++) {
            double distance = 0;
            for (int j = 0; j < WIDTH; j++) {
                double difference = data.features()[sample * WIDTH + j] - means[label][j];
                distance += difference * difference;
            }
            if (distance < least) {
                least = distance;
                best = label;
            }
        }
        return best;
    }
}
