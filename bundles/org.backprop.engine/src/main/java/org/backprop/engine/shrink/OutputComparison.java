package org.backprop.engine.shrink;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.network.Network;

/** Compares the outputs of two networks for the same samples. */
final class OutputComparison {

    private static final int PIECE = 256;

    private final Network first;
    private final Network second;
    private double greatest;
    private double scale = 1;
    private int samples;

    OutputComparison(Network first, Network second) {
        this.first = first;
        this.second = second;
    }

    void compare(Dataset data) {
        for (int from = 0; from < data.count(); from += PIECE) {
            int count = Math.min(PIECE, data.count() - from);
            float[] features = new float[count * data.width()];
            for (int i = 0; i < count; i++) {
                data.rows().read(from + i, features, i * data.width());
            }
            compare(features);
        }
    }

    void compare(float[] features) {
        float[] expected = first.predict(features);
        float[] actual = second.predict(features);
        for (int i = 0; i < expected.length; i++) {
            scale = Math.max(scale, Math.abs(expected[i]));
            greatest = Math.max(greatest, Math.abs((double) expected[i] - actual[i]));
        }
        samples += features.length / first.inputs();
    }

    double greatest() {
        return greatest;
    }

    int samples() {
        return samples;
    }

    void check() {
        if (Double.isNaN(greatest)) {
            throw new IllegalStateException("the network cannot be shrunk: its outputs are not all finite numbers");
        }
        if (greatest > ShrunkNetwork.TOLERANCE * scale) {
            throw new IllegalStateException(
                    "the network cannot be shrunk: the outputs of the smaller one differ by up to " + greatest);
        }
    }
}
