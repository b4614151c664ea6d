package org.backprop.engine.sweep;

import java.util.List;
import java.util.SplittableRandom;

/** How often each value of a list occurs, one more for each. */
final class Counts implements Density {
    private final double[] weights;
    private final double total;

    Counts(List<String> values, List<String> observed) {
        weights = new double[values.size()];
        for (int i = 0; i < weights.length; i++) {
            String value = values.get(i);
            weights[i] = 1 + observed.stream().filter(value::equals).count();
        }
        total = weights.length + observed.size();
    }

    @Override
    public double at(double share) {
        return weights[(int) (share * weights.length)] * weights.length / total;
    }

    @Override
    public double draw(SplittableRandom random) {
        double left = random.nextDouble() * total;
        int index = 0;
        while (index < weights.length - 1 && left >= weights[index]) {
            left -= weights[index++];
        }
        return (index + 0.5) / weights.length;
    }
}
