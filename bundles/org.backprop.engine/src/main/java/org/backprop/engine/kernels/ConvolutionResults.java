package org.backprop.engine.kernels;

/** The results of one sample of a convolution, or their gradients, with the gaps of {@link ConvolutionShape}. */
final class ConvolutionResults {

    private final Activator activator = new Activator();
    private final Nd4jScratch memory = new Nd4jScratch();
    private ConvolutionShape shape;
    private Nd4jView results;
    private int first;
    private float[] spread = new float[0];
    private float[] values = new float[0];
    private float[] other = new float[0];

    void open(ConvolutionShape shape) {
        this.shape = shape;
        int filters = shape.groups() * shape.filters();
        values = Blocks.grown(values, filters * shape.positions());
        other = Blocks.grown(other, filters * shape.positions());
        if (!shape.isCompact()) {
            results = memory.view(filters, shape.span());
            spread = new float[filters * shape.span()];
        }
    }

    /** Prepares for the results of a sample. */
    void select(Nd4jView y, int sample) {
        if (shape.isCompact()) {
            results = y;
            first = sample * y.columns();
        } else {
            first = 0;
        }
    }

    /** The results {@code [filters, span]} of a group. */
    Panel panel(int group) {
        return Panel.of(results, first + (long) group * shape.filters() * shape.span(), shape.span());
    }

    /** {@code y = activation(results + biases)}; biases may be null. */
    void finish(float[] biases, Activation activation, Nd4jView y, int sample) {
        if (shape.isCompact() && biases == null && activation == Activation.LINEAR) {
            return;
        }
        int length = y.columns();
        if (shape.isCompact()) {
            y.elements().get(first, values, 0, length);
        } else {
            results.elements().get(0, spread, 0, results.length());
            copyRows(true);
        }
        for (int filter = 0; biases != null && filter < shape.groups() * shape.filters(); filter++) {
            PatchLoops.shift(shape.positions(), biases[filter], values, filter * shape.positions());
        }
        activator.forward(activation, 1, length, values);
        y.elements().put(sample * length, values, 0, length);
    }

    /** Computes the gradients before the activation, and adds them up by filter. */
    void differentiate(Nd4jView y, Activation activation, Nd4jView dy, int sample, double[] sums) {
        int length = y.columns();
        dy.elements().get(sample * length, values, 0, length);
        if (activation != Activation.LINEAR) {
            y.elements().get(sample * length, other, 0, length);
            Activator.backward(activation, 1, length, values, other);
        }
        for (int filter = 0; filter < shape.groups() * shape.filters(); filter++) {
            sums[filter] += PatchLoops.sum(shape.positions(), values, filter * shape.positions());
        }
        if (!shape.isCompact()) {
            copyRows(false);
            results.elements().put(0, spread, 0, results.length());
        } else if (activation != Activation.LINEAR) {
            dy.elements().put(sample * length, values, 0, length);
        }
    }

    /** Between the rows with gaps and those without; the gaps stay zero. */
    private void copyRows(boolean closingGaps) {
        int width = shape.window().outWidth();
        int height = shape.window().outHeight();
        for (int filter = 0; filter < shape.groups() * shape.filters(); filter++) {
            int open = filter * shape.span();
            int closed = filter * shape.positions();
            for (int row = 0; row < height; row++) {
                if (closingGaps) {
                    System.arraycopy(spread, open, values, closed, width);
                } else {
                    System.arraycopy(values, closed, spread, open, width);
                }
                open += shape.pitch();
                closed += width;
            }
        }
    }
}
