package org.backprop.engine.pruning;

import org.backprop.engine.random.RandomSequence;
import org.backprop.engine.random.Streams;

/** See {@link org.backprop.model.RandomPruning}: the same seed and step give the same numbers. */
final class RandomCriterion implements Criterion {

    @Override
    public float[] measure(Measurement measurement) {
        RandomSequence random = new RandomSequence(measurement.seed(), Streams.pruning(measurement.step()));
        float[] numbers = new float[measurement.weights().length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = random.nextUniform();
        }
        return numbers;
    }
}
