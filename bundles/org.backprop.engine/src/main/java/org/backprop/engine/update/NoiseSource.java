package org.backprop.engine.update;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.NormalNumbers;
import org.backprop.engine.kernels.View;
import org.backprop.engine.random.Streams;
import org.backprop.model.GradientNoise;

/** Adds noise to a gradient. */
final class NoiseSource {

    private final GradientNoise spec;
    private final long seed;
    private final Kernels kernels;
    private final View gradient;
    private final View noise;
    private final NormalNumbers numbers = new NormalNumbers();

    NoiseSource(GradientNoise spec, long seed, Kernels kernels, View gradient) {
        this.spec = spec;
        this.seed = seed;
        this.kernels = kernels;
        this.gradient = gradient;
        noise = kernels.allocate(gradient.length()).view(0, 1, gradient.length());
    }

    /** Adds the noise of update number {@code update}, from 1. */
    void add(long update) {
        numbers.draw(seed, Streams.gradientNoise(update - 1), noise);
        double variance = spec.eta() / Math.pow(update, spec.gamma());
        kernels.addScaled((float) Math.sqrt(variance), noise, gradient);
    }
}
