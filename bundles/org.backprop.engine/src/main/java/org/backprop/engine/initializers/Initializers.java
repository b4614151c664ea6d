package org.backprop.engine.initializers;

import java.util.List;

import org.backprop.engine.random.RandomSequence;
import org.backprop.model.ConstantInitializer;
import org.backprop.model.Distribution;
import org.backprop.model.FanMode;
import org.backprop.model.GlorotInitializer;
import org.backprop.model.HeInitializer;
import org.backprop.model.InitializerSpec;
import org.backprop.model.LecunInitializer;
import org.backprop.model.NormalInitializer;
import org.backprop.model.OrthogonalInitializer;
import org.backprop.model.TorchInitializer;
import org.backprop.model.TruncatedNormalInitializer;
import org.backprop.model.UniformInitializer;
import org.backprop.model.ZerosInitializer;

/** Draws the initial values of a parameter. */
public final class Initializers {

    private Initializers() {}

    /**
     * The initial values of one parameter.
     *
     * @param shape PyTorch's shape
     * @param random the numbers to draw from, the parameter's own
     * @return row-major, {@code product(shape)} elements
     * @throws IllegalArgumentException if the initializer needs a matrix and the shape is none
     */
    public static float[] values(InitializerSpec spec, List<Integer> shape, RandomSequence random) {
        return switch (spec) {
            case TorchInitializer torch -> {
                double bound = 1 / Math.sqrt(Fans.of(shape).in());
                yield uniform(-bound, bound, shape, random);
            }
            case GlorotInitializer glorot -> {
                double std = glorot.gain() * Math.sqrt(2 / Fans.of(shape).sum());
                yield scaled(glorot.distribution(), std, shape, random);
            }
            case HeInitializer he -> scaled(he.distribution(), deviation(he, Fans.of(shape)), shape, random);
            case LecunInitializer lecun ->
                scaled(lecun.distribution(), 1 / Math.sqrt(Fans.of(shape).in()), shape, random);
            case OrthogonalInitializer orthogonal -> Orthogonal.values(orthogonal.gain(), shape, random);
            case TruncatedNormalInitializer normal -> TruncatedNormal.values(normal, length(shape), random);
            case UniformInitializer uniform -> uniform(uniform.low(), uniform.high(), shape, random);
            case NormalInitializer normal -> normal(normal.mean(), normal.std(), shape, random);
            case ConstantInitializer constant -> uniform(constant.value(), constant.value(), shape, random);
            case ZerosInitializer zeros -> new float[length(shape)];
        };
    }

    private static double deviation(HeInitializer he, Fans fans) {
        double slope = he.negativeSlope();
        return Math.sqrt(2 / (1 + slope * slope) / (he.mode() == FanMode.FAN_IN ? fans.in() : fans.out()));
    }

    private static float[] scaled(Distribution distribution, double std, List<Integer> shape, RandomSequence random) {
        double bound = Math.sqrt(3) * std;
        return switch (distribution) {
            case UNIFORM -> uniform(-bound, bound, shape, random);
            case NORMAL -> normal(0, std, shape, random);
        };
    }

    private static float[] uniform(double low, double high, List<Integer> shape, RandomSequence random) {
        float center = (float) ((low + high) / 2);
        float bound = (float) ((high - low) / 2);
        float[] values = new float[length(shape)];
        for (int i = 0; i < values.length; i++) {
            values[i] = center + (2 * random.nextUniform() - 1) * bound;
        }
        return values;
    }

    private static float[] normal(double mean, double std, List<Integer> shape, RandomSequence random) {
        float[] values = new float[length(shape)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (mean + std * random.nextNormal());
        }
        return values;
    }

    /** Number of elements of a shape. */
    static int length(List<Integer> shape) {
        return shape.stream().reduce(1, Math::multiplyExact);
    }
}
