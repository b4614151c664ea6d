package org.backprop.engine.data.digits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Progress;
import org.backprop.model.Shape;
import org.junit.jupiter.api.Test;

class DigitsGeneratorTest {

    private static final int PIXELS = 784;

    @Test
    void theFirstHundredPicturesOfSeedOneAreTheSameOnEveryMachine() throws Exception {
        float[] pixels = first(100, 1).features();
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * pixels.length);
        bytes.asFloatBuffer().put(pixels);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.array());
        assertEquals(
                "26809f7ab510fdb9fd4f8d3d2ba71743fc437a76be71ee3d0599835321909b2b",
                HexFormat.of().formatHex(hash));
    }

    @Test
    void picturesHaveOneChannelOfValuesFromZeroToOneAndTenBalancedClasses() throws DataException {
        Dataset digits = first(1000, 3);
        assertEquals(Shape.of(1, 28, 28), digits.shape());
        assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), digits.classes());
        for (float pixel : digits.features()) {
            assertTrue(pixel >= 0 && pixel <= 1);
        }
        for (int digit = 0; digit < 10; digit++) {
            int label = digit;
            assertEquals(
                    100, IntStream.of(digits.labels()).filter(l -> l == label).count());
        }
    }

    @Test
    void picturesMadeInParallelEqualThoseMadeOneByOne() throws DataException {
        Dataset parallel = first(1500, 5);
        DigitsGenerator generator = new DigitsGenerator(5);
        for (int i = 0; i < parallel.count(); i++) {
            float[] alone = new float[PIXELS];
            generator.draw(i, alone, 0);
            assertArrayEquals(alone, picture(parallel, i));
        }
    }

    @Test
    void aPictureDependsOnItsIndexAloneNotOnItsPlace() throws DataException {
        Dataset some = new DigitsGenerator(1).generate(new int[] {77, 12}, true, Progress.NONE);
        Dataset all = first(100, 1);
        assertArrayEquals(picture(all, 77), picture(some, 0));
        assertArrayEquals(picture(all, 12), picture(some, 1));
        assertArrayEquals(new int[] {7, 2}, some.labels());
    }

    @Test
    void anotherSeedAndAnotherIndexGiveAnotherPicture() throws DataException {
        Dataset first = first(20, 1);
        assertFalse(Arrays.equals(picture(first, 3), picture(first(20, 2), 3)));
        assertFalse(Arrays.equals(picture(first, 3), picture(first, 13)));
    }

    @Test
    void everyDigitHasSeveralStylesThatReachMostOfItsBox() {
        for (int digit = 0; digit < 10; digit++) {
            assertTrue(DigitStrokes.of(digit).size() >= 4, "styles of " + digit);
            DigitStrokes.of(digit).forEach(style -> {
                double height = style.stream()
                        .flatMapToDouble(
                                stroke -> IntStream.range(0, stroke.y().length).mapToDouble(i -> stroke.y()[i]))
                        .summaryStatistics()
                        .getMax();
                assertTrue(height > 0.68 && height <= 1, "lowest point " + height);
            });
        }
    }

    @Test
    void theNearestClassMeanIsFarBetterThanChanceAndFarFromPerfect() throws DataException {
        Dataset train = first(5000, 1);
        Dataset test = first(1000, 2);
        float[][] means = means(train);
        int correct = 0;
        for (int i = 0; i < test.count(); i++) {
            correct += nearest(means, picture(test, i)) == test.labels()[i] ? 1 : 0;
        }
        double accuracy = (double) correct / test.count();
        assertTrue(accuracy > 0.5 && accuracy < 0.85, "accuracy " + accuracy);
    }

    private static Dataset first(int count, long seed) throws DataException {
        return new DigitsGenerator(seed).generate(IntStream.range(0, count).toArray(), true, Progress.NONE);
    }

    private static float[] picture(Dataset digits, int index) {
        return Arrays.copyOfRange(digits.features(), index * PIXELS, (index + 1) * PIXELS);
    }

    private static float[][] means(Dataset digits) {
        float[][] means = new float[10][PIXELS];
        for (int i = 0; i < digits.count(); i++) {
            float[] mean = means[digits.labels()[i]];
            for (int p = 0; p < PIXELS; p++) {
                mean[p] += digits.features()[i * PIXELS + p] * 10 / digits.count();
            }
        }
        return means;
    }

    private static int nearest(float[][] means, float[] picture) {
        int best = 0;
        for (int digit = 1; digit < means.length; digit++) {
            best = distance(means[digit], picture) < distance(means[best], picture) ? digit : best;
        }
        return best;
    }

    private static double distance(float[] a, float[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i]))
                .sum();
    }
}
