package org.backprop.engine.kernels;

/** The weight of a convolution, or its gradient, as a matrix {@code [filters, inner]} for each product. */
final class ConvolutionWeights {

    private final Nd4jScratch memory = new Nd4jScratch();
    private ConvolutionShape shape;
    private Nd4jView weights;
    private float[] values = new float[0];
    private float[] packed = new float[0];

    /** Prepares for a gradient; its values are unspecified. */
    void open(ConvolutionShape shape, Nd4jView weight) {
        this.shape = shape;
        weights = isPacked() ? memory.view(shape.products() * weight.rows(), shape.inner()) : weight;
        values = Blocks.grown(values, weight.length());
        packed = Blocks.grown(packed, weight.length());
    }

    private boolean isPacked() {
        return shape.products() > 1;
    }

    void load(ConvolutionShape shape, Nd4jView weight) {
        open(shape, weight);
        if (isPacked()) {
            weight.elements().get(0, values, 0, weight.length());
            for (int element = 0; element < shape.elements(); element++) {
                int to = element * (weight.length() / shape.elements());
                PatchLoops.take(weight.length() / shape.elements(), values, element, shape.elements(), packed, to);
            }
            weights.elements().put(0, packed, 0, weight.length());
        }
    }

    void store(Nd4jView weight) {
        if (isPacked()) {
            weights.elements().get(0, packed, 0, weight.length());
            for (int element = 0; element < shape.elements(); element++) {
                int from = element * (weight.length() / shape.elements());
                PatchLoops.spread(weight.length() / shape.elements(), packed, from, values, element, shape.elements());
            }
            weight.elements().put(0, values, 0, weight.length());
        }
    }

    /** The weights {@code [filters, inner]} of a product. */
    Panel panel(int group, int product) {
        int matrix = product * shape.groups() + group;
        return Panel.of(weights, (long) matrix * shape.filters() * shape.inner(), shape.inner());
    }
}
