package org.backprop.engine.data.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.backprop.engine.data.Generator;
import org.backprop.model.BlobsData;
import org.backprop.model.CirclesData;
import org.backprop.model.MoonsData;
import org.backprop.model.SineData;
import org.backprop.model.SpiralsData;
import org.backprop.model.XorData;
import org.junit.jupiter.api.Test;

class PointsTest {

    private static final int COUNT = 400;

    @FunctionalInterface
    private interface Check {
        void check(int label, float x, float y);
    }

    @Test
    void moonsAreTwoHalfCirclesFromEndToEnd() {
        Generator moons = new Moons(new MoonsData(COUNT, 0, 1));
        each(moons, (label, x, y) -> {
            double centreX = label;
            double centreY = label * 0.5;
            assertEquals(1, Math.hypot(x - centreX, y - centreY), 1e-6);
            assertTrue(label == 0 ? y > -1e-6 : y < 0.5 + 1e-6);
        });
        assertEquals(1, point(moons, 0)[0]);
        assertEquals(-1, point(moons, COUNT - 2)[0]);
        assertEquals(0, point(moons, 1)[0]);
        assertEquals(2, point(moons, COUNT - 1)[0]);
    }

    @Test
    void circlesHaveTheirRadii() {
        each(
                new Circles(new CirclesData(COUNT, 0, 0.3, 1)),
                (label, x, y) -> assertEquals(label == 0 ? 1 : 0.3, Math.hypot(x, y), 1e-6));
    }

    @Test
    void spiralArmsTurnWithTheirRadius() {
        each(new Spirals(new SpiralsData(COUNT, 4, 0.75, 0, 1)), (label, x, y) -> {
            double radius = Math.hypot(x, y);
            double turns = 0.75 * radius + label / 4.0 - Math.atan2(y, x) / (2 * Math.PI);
            assertEquals(Math.rint(turns), turns, 1e-5);
            assertTrue(radius > 0 && radius < 1 + 1e-6);
        });
    }

    @Test
    void theClassOfXorIsWhetherTheSignsDiffer() {
        int[] right = new int[1];
        each(new Xor(new XorData(COUNT, 0, 1)), (label, x, y) -> {
            assertEquals(label == 1, x > 0 ^ y > 0);
            assertTrue(Math.abs(x) <= 1 && Math.abs(y) <= 1);
            right[0] += x > 0 ? 1 : 0;
        });
        assertEquals(COUNT / 2, right[0]);
    }

    @Test
    void blobsHaveTheirSpreadAroundTheirCentres() {
        Generator blobs = new Blobs(new BlobsData(COUNT, 2, 0.5, 10, 1));
        double[] sum = new double[2];
        double[] squares = new double[2];
        each(blobs, (label, x, y) -> {
            sum[label] += x;
            squares[label] += (double) x * x;
        });
        int each = COUNT / 2;
        for (int label = 0; label < 2; label++) {
            double mean = sum[label] / each;
            assertTrue(Math.abs(mean) < 10.5);
            assertEquals(0.5, Math.sqrt(squares[label] / each - mean * mean), 0.08);
        }
        assertTrue(Math.abs(sum[0] - sum[1]) / each > 0.5);
    }

    @Test
    void theSineIsThatOfItsFeatureWithTheNoiseInTheTarget() {
        Generator sine = new Sine(new SineData(COUNT, 2, 0, 1));
        Generator noisy = new Sine(new SineData(COUNT, 2, 0.5, 1));
        double squares = 0;
        for (int i = 0; i < COUNT; i++) {
            float[] x = new float[1];
            float y = sine.draw(i, x, 0);
            assertEquals(Math.sin(2 * Math.PI * x[0]), y, 1e-6);
            double noise = noisy.draw(i, x, 0) - y;
            squares += noise * noise;
        }
        assertEquals(0.5, Math.sqrt(squares / COUNT), 0.06);
    }

    private static float[] point(Generator generator, int index) {
        float[] point = new float[2];
        generator.draw(index, point, 0);
        return point;
    }

    private static void each(Generator generator, Check check) {
        for (int i = 0; i < COUNT; i++) {
            float[] point = new float[2];
            int label = (int) generator.draw(i, point, 0);
            check.check(label, point[0], point[1]);
        }
    }
}
