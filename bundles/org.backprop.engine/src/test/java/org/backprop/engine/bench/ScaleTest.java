package org.backprop.engine.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.backprop.engine.kernels.Nd4jKernels;
import org.backprop.engine.network.Network;
import org.backprop.model.Shape;
import org.junit.jupiter.api.Test;

class ScaleTest {
    private static final double EXACT = 1e-12;

    @Test
    void theExponentOfAPowerLawIsFound() {
        double[] x = {1, 2, 4, 8};
        assertEquals(
                1.5, PowerLaw.exponent(x, new double[] {3, 3 * Math.pow(2, 1.5), 24, 3 * Math.pow(8, 1.5)}), EXACT);
        assertEquals(0, PowerLaw.exponent(x, new double[] {7, 7, 7, 7}), EXACT);
    }

    @Test
    void thePointOfASweepKnowsItsNumberOfParameters() {
        ScalePoint point = new ScalePoint(16, 3, 4);
        Network network =
                Network.compile(point.model(BenchOptimizer.ADAM), Shape.of(16), new Nd4jKernels(1), point.batch());
        assertEquals(point.parameters(), network.parameterVector().orElseThrow().length());
        assertEquals(16, point.data().width());
    }

    @Test
    void oneQuantityGrowsInASweep() {
        for (Sweep sweep : Sweep.values()) {
            double[] sizes = sweep.points(Long.MAX_VALUE).stream()
                    .mapToDouble(sweep::quantity)
                    .toArray();
            for (int i = 1; i < sizes.length; i++) {
                assertTrue(sizes[i] > sizes[i - 1], sweep.key());
            }
        }
    }

    @Test
    void largerNetworksCanBeLeftOut() {
        assertTrue(Sweep.PARAMETERS.points(1_000_000).stream().allMatch(point -> point.parameters() <= 1_000_000));
        for (Sweep sweep : Sweep.values()) {
            assertTrue(sweep.points(1_000_000).size() >= 2, sweep.key());
        }
    }

    @Test
    void theFloorOfAStepIsTheLongerOfProductsAndTraffic() {
        MachineLimits machine = new MachineLimits(100, 400);
        Floor small = Floor.ofStep(machine, 50, 100, 100, 0);
        assertEquals(0.5, small.products());
        assertEquals((100 + 2 * 100) * 4 / 400.0, small.bytes());
        assertEquals(3, small.seconds());
        assertEquals(7, Floor.ofStep(machine, 50, 100, 100, 2).bytes());
        assertEquals(5, Floor.ofStep(machine, 500, 100, 100, 0).seconds());
    }
}
