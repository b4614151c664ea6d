package org.backprop.engine.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.random.RandomSequence;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.Shape;

/**
 * A multi-layer perceptron of one size: {@code width} inputs, {@code depth} hidden layers of {@code width} units with ReLU,
 * 10 outputs.
 *
 * @param width at least 1
 * @param depth at least 1
 * @param batch samples per step
 */
record ScalePoint(int width, int depth, int batch) {
    private static final int CLASSES = 10;
    private static final int BATCHES = 4;

    /** Number of parameters. */
    long parameters() {
        return depth * (long) width * (width + 1) + (long) CLASSES * (width + 1);
    }

    Model model(BenchOptimizer optimizer) {
        String hidden = ("    - dense: {units: " + width + ", activation: relu}\n").repeat(depth);
        String text = """
                backprop: 1
                name: scale
                data: {idx: generated}
                network:
                  input: [%d]
                  layers:
                %s    - dense: %d
                training:
                  loss: cross_entropy
                  optimizer: %s
                  batch_size: %d
                  epochs: 1000000
                  shuffle: false
                  seed: 1
                """.formatted(width, hidden, CLASSES, optimizer.yaml(), batch);
        return ModelReader.read("scale.nn.yaml", text).model().orElseThrow();
    }

    /** A few batches of uniform noise. */
    Dataset data() {
        int count = BATCHES * batch;
        RandomSequence random = new RandomSequence(1, 0);
        float[] features = new float[Math.multiplyExact(count, width)];
        for (int i = 0; i < features.length; i++) {
            features[i] = random.nextUniform();
        }
        int[] labels = IntStream.range(0, count).map(i -> i % CLASSES).toArray();
        List<String> classes =
                IntStream.range(0, CLASSES).mapToObj(Integer::toString).collect(Collectors.toList());
        return new Dataset(Shape.of(width), features, labels, null, classes);
    }
}
