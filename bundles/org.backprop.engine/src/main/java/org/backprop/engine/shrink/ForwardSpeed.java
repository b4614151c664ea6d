package org.backprop.engine.shrink;

import java.util.Arrays;

import org.backprop.engine.layers.Pass;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;

/**
 * How fast two networks predict, measured in turns, so that what else the machine does strikes both.
 *
 * @param before samples a second of the one: the median of its turns
 * @param after samples a second of the other
 */
public record ForwardSpeed(double before, double after) {

    private static final int TURNS = 9;
    private static final long TURN_NANOS = 60_000_000;

    /** Measures with batches of as many samples as both networks take. */
    static ForwardSpeed measure(Network before, Network after) {
        int batch = Math.min(before.maxBatch(), after.maxBatch());
        double[] first = new double[TURNS];
        double[] second = new double[TURNS];
        turn(before, batch);
        turn(after, batch);
        for (int i = 0; i < TURNS; i++) {
            first[i] = turn(before, batch);
            second[i] = turn(after, batch);
        }
        Arrays.sort(first);
        Arrays.sort(second);
        return new ForwardSpeed(first[TURNS / 2], second[TURNS / 2]);
    }

    private static double turn(Network network, int batch) {
        Plan plan = network.plan(batch);
        long start = System.nanoTime();
        long samples = 0;
        long taken;
        do {
            plan.forward(Pass.INFERENCE);
            samples += batch;
            taken = System.nanoTime() - start;
        } while (taken < TURN_NANOS);
        return samples * 1e9 / taken;
    }

    /** How many times as fast the other is. */
    public double ratio() {
        return after / before;
    }
}
