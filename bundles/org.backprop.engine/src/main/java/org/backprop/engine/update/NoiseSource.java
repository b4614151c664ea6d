package org.backprop.engine.update;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.random.Philox;
import org.backprop.engine.random.Streams;
import org.backprop.model.GradientNoise;

/** Adds noise to a gradient. It is drawn in Java, about 10 million numbers a second. */
final class NoiseSource {

    private static final int BLOCK = 1024;
    private static final int WORDS = 4;

    private final GradientNoise spec;
    private final long seed;
    private final Kernels kernels;
    private final View gradient;
    private final View noise;
    private final int[] words = new int[WORDS];
    private final float[] block = new float[BLOCK];

    NoiseSource(GradientNoise spec, long seed, Kernels kernels, View gradient) {
        this.spec = spec;
        this.seed = seed;
        this.kernels = kernels;
        this.gradient = gradient;
        noise = kernels.allocate(gradient.length()).view(0, 1, gradient.length());
    }

    /** Adds the noise of update number {@code update}, from 1. */
    void add(long update) {
        long stream = Streams.gradientNoise(update - 1);
        for (int at = 0; at < noise.length(); at += BLOCK) {
            for (int i = 0; i < BLOCK; i += WORDS) {
                Philox.block(seed, stream, (at + i) / WORDS, words, 0);
                pair(words[0], words[1], i);
                pair(words[2], words[3], i + 2);
            }
            noise.buffer().write(at, block, 0, Math.min(BLOCK, noise.length() - at));
        }
        double variance = spec.eta() / Math.pow(update, spec.gamma());
        kernels.addScaled((float) Math.sqrt(variance), noise, gradient);
    }

    /**
     * Two standard normal numbers, by the Box-Muller transform. The angle is drawn in the quadrant around 0, where
     * short series give cosine and sine, and turned by another two bits. Those of the JDK allocate.
     */
    private void pair(int first, int second, int at) {
        double radius = Math.sqrt(-2 * StrictMath.log(1.0 - Philox.toUniform(first)));
        double angle = Math.PI / 2 * (Philox.toUniform(second) - 0.5);
        double along = radius * cosine(angle * angle);
        double across = radius * angle * sineOver(angle * angle);
        boolean turned = (second & 1) != 0;
        double sign = (second & 2) != 0 ? -1 : 1;
        block[at] = (float) (sign * (turned ? -across : along));
        block[at + 1] = (float) (sign * (turned ? along : across));
    }

    /** The cosine of an angle up to pi / 4, within 1e-10, by its series in the square of the angle. */
    private static double cosine(double square) {
        return 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56 * (1 - square / 90))));
    }

    /** The sine of an angle up to pi / 4 over the angle, within 1e-10. */
    private static double sineOver(double square) {
        return 1 - square / 6 * (1 - square / 20 * (1 - square / 42 * (1 - square / 72 * (1 - square / 110))));
    }
}
