package org.backprop.engine.random;

/**
 * Names the random streams of a run, so that no two uses share numbers: 4 bits of purpose, 20 bits of index (layer or
 * parameter), 40 bits of time (step or epoch).
 */
public final class Streams {

    private static final int INITIALIZATION = 1;
    private static final int SHUFFLE = 2;
    private static final int DROPOUT = 3;
    private static final int AUGMENTATION = 7;
    private static final int GRADIENT_NOISE = 8;
    private static final int MINIMIZER = 14;
    private static final int PRUNING = 9;
    private static final int CURVATURE_SIGNS = 12;
    private static final int CURVATURE_LABELS = 13;
    private static final int MAX_INDEX = 1 << 20;
    private static final long MAX_TIME = 1L << 40;

    private Streams() {}

    /** Initial values of parameter {@code index}, counted in layer order over the whole network. */
    public static long initialization(int index) {
        return stream(INITIALIZATION, index, 0);
    }

    /** Order of the training samples in {@code epoch}, counted from 0. */
    public static long shuffle(long epoch) {
        return stream(SHUFFLE, 0, epoch);
    }

    /** Dropout mask or noise of the layer at position {@code layer} (from 0) in the model, at global step {@code step} (from 0). */
    public static long dropout(int layer, long step) {
        return stream(DROPOUT, layer, step);
    }

    /** Random changes of training sample {@code sample} in {@code epoch} (from 0). */
    public static long augmentation(int epoch, int sample) {
        return stream(AUGMENTATION, epoch, sample);
    }

    /** Noise on the gradient of update {@code update}, counted from 0. */
    public static long gradientNoise(long update) {
        return stream(GRADIENT_NOISE, 0, update);
    }

    /** What pruning at random draws after {@code step} steps. */
    public static long pruning(long step) {
        return stream(PRUNING, 0, step);
    }

    /** What iteration {@code iteration} of a minimizer draws, counted from 1. */
    public static long minimizer(long iteration) {
        return stream(MINIMIZER, 0, iteration);
    }

    /** Signs of the random vector of an estimate of the Hessian's diagonal. */
    public static long curvatureSigns(long draw) {
        return stream(CURVATURE_SIGNS, 0, draw);
    }

    /** Labels drawn from predictions for an estimate of the Gauss-Newton matrix's diagonal. */
    public static long curvatureLabels(long draw) {
        return stream(CURVATURE_LABELS, 0, draw);
    }

    private static long stream(int purpose, int index, long time) {
        if (index < 0 || index >= MAX_INDEX || time < 0 || time >= MAX_TIME) {
            throw new IllegalArgumentException("random stream out of range: index " + index + ", time " + time);
        }
        return (long) purpose << 60 | (long) index << 40 | time;
    }
}
