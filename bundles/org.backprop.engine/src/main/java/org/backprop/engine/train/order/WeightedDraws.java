package org.backprop.engine.train.order;

import org.backprop.engine.random.RandomSequence;
import org.backprop.engine.random.Streams;

/** Draws with replacement in proportion to weights, as {@code torch.utils.data.WeightedRandomSampler}. */
final class WeightedDraws implements SampleOrder {

    private static final double UNIT = 0x1p-53;

    private final double[] sums;
    private final long seed;

    /** Draws by these weights, of which one at least is greater than 0. */
    WeightedDraws(double[] weights, long seed) {
        this.seed = seed;
        sums = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += weights[i];
            sums[i] = sum;
        }
    }

    @Override
    public int[] of(int epoch) {
        RandomSequence random = new RandomSequence(seed, Streams.shuffle(epoch));
        int[] order = new int[sums.length];
        for (int i = 0; i < order.length; i++) {
            long bits = (random.nextBits() & 0x1FFFFFL) << 32 | random.nextBits() & 0xFFFFFFFFL;
            order[i] = firstAbove(bits * UNIT * sums[sums.length - 1]);
        }
        return order;
    }

    /** The first sample whose sum of weights up to its own is greater. */
    private int firstAbove(double value) {
        int low = 0;
        int high = sums.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] > value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
