package org.backprop.engine.kernels;

/**
 * The norms that an optimizer's kernel takes on its way over the flat parameter vector, for some ranges of it: those of
 * the layers. Overwritten by each update that it is given to.
 */
public final class UpdateNorms {

    private static final int QUANTITIES = 4;

    private final int[] offsets;
    private final int[] lengths;
    private final double[] gradient;
    private final double[] before;
    private final double[] after;
    private final double[] update;

    /**
     * Ranges of the parameter vector, in order and without overlap.
     *
     * @param offsets first element of each range
     * @param lengths number of elements of each range, at least 1
     */
    public UpdateNorms(int[] offsets, int[] lengths) {
        this.offsets = offsets.clone();
        this.lengths = lengths.clone();
        gradient = new double[offsets.length];
        before = new double[offsets.length];
        after = new double[offsets.length];
        update = new double[offsets.length];
    }

    /** Number of ranges. */
    public int count() {
        return offsets.length;
    }

    /** First element of a range. */
    public int offset(int range) {
        return offsets[range];
    }

    /** Number of elements of a range. */
    public int length(int range) {
        return lengths[range];
    }

    /** For kernels: the sums of squares of gradient, parameters before and after the update, and their difference. */
    public void set(int range, double gradient, double before, double after, double update) {
        this.gradient[range] = Math.sqrt(gradient);
        this.before[range] = Math.sqrt(before);
        this.after[range] = Math.sqrt(after);
        this.update[range] = Math.sqrt(update);
    }

    /** The squares of all that was {@linkplain #set set}, range by range, so that those of several updates can be added. */
    public double[] squares() {
        double[] squares = new double[QUANTITIES * count()];
        for (int i = 0; i < count(); i++) {
            squares[QUANTITIES * i] = gradient[i] * gradient[i];
            squares[QUANTITIES * i + 1] = before[i] * before[i];
            squares[QUANTITIES * i + 2] = after[i] * after[i];
            squares[QUANTITIES * i + 3] = update[i] * update[i];
        }
        return squares;
    }

    /** Takes the root mean squares over several updates, from the sum of their {@link #squares}. */
    public void setMeans(double[] sums, int updates) {
        for (int i = 0; i < count(); i++) {
            set(
                    i,
                    sums[QUANTITIES * i] / updates,
                    sums[QUANTITIES * i + 1] / updates,
                    sums[QUANTITIES * i + 2] / updates,
                    sums[QUANTITIES * i + 3] / updates);
        }
    }

    /** Euclidean norm of the gradient, without weight decay. */
    public double gradient(int range) {
        return gradient[range];
    }

    /** Euclidean norm of the parameters after the update. */
    public double weight(int range) {
        return after[range];
    }

    /** Euclidean norm of the update over that of the parameters before it; 0 without an update. */
    public double updateRatio(int range) {
        return update[range] == 0 ? 0 : update[range] / before[range];
    }
}
