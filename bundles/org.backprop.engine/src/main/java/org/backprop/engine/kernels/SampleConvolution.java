package org.backprop.engine.kernels;

import java.util.Arrays;

/** The convolution in one thread, sample by sample, as the products of {@link ConvolutionShape}. */
final class SampleConvolution {

    private final ConvolutionImage image = new ConvolutionImage();
    private final ConvolutionImage imageGradient = new ConvolutionImage();
    private final ConvolutionWeights weights = new ConvolutionWeights();
    private final ConvolutionWeights weightGradients = new ConvolutionWeights();
    private final ConvolutionResults results = new ConvolutionResults();
    private float[] biases = new float[0];
    private double[] sums = new double[0];

    void forward(
            ConvolutionShape shape, Nd4jView x, Nd4jView weight, Nd4jView bias, Activation activation, Nd4jView y) {
        image.open(shape);
        weights.load(shape, weight);
        results.open(shape);
        if (bias != null) {
            biases = Blocks.grown(biases, bias.length());
            bias.elements().get(0, biases, 0, bias.length());
        }
        for (int sample = 0; sample < x.rows(); sample++) {
            image.load(x, sample);
            results.select(y, sample);
            for (int group = 0; group < shape.groups(); group++) {
                for (int product = 0; product < shape.products(); product++) {
                    Blas.multiply(
                            shape.filters(),
                            shape.span(),
                            shape.inner(),
                            weights.panel(group, product),
                            image.panel(group, product),
                            results.panel(group),
                            product > 0);
                }
            }
            results.finish(bias == null ? null : biases, activation, y, sample);
        }
    }

    void backward(
            ConvolutionShape shape,
            Nd4jView x,
            Nd4jView weight,
            Nd4jView y,
            Activation activation,
            Nd4jView dy,
            Nd4jView weightGradient,
            Nd4jView biasGradient,
            Nd4jView dx) {
        image.open(shape);
        imageGradient.open(shape);
        weights.load(shape, weight);
        weightGradients.open(shape, weightGradient);
        results.open(shape);
        sums = sums.length < weight.rows() ? new double[weight.rows()] : sums;
        Arrays.fill(sums, 0);
        for (int sample = 0; sample < x.rows(); sample++) {
            results.select(dy, sample);
            results.differentiate(y, activation, dy, sample, sums);
            image.load(x, sample);
            backwardWeight(shape, sample > 0);
            if (dx != null) {
                backwardInput(shape, dx, sample);
            }
        }
        weightGradients.store(weightGradient);
        for (int filter = 0; biasGradient != null && filter < weight.rows(); filter++) {
            biasGradient.elements().put(filter, (float) sums[filter]);
        }
    }

    private void backwardWeight(ConvolutionShape shape, boolean adding) {
        for (int group = 0; group < shape.groups(); group++) {
            for (int product = 0; product < shape.products(); product++) {
                Blas.multiply(
                        shape.filters(),
                        shape.inner(),
                        shape.span(),
                        results.panel(group),
                        image.panel(group, product).transposed(),
                        weightGradients.panel(group, product),
                        adding);
            }
        }
    }

    private void backwardInput(ConvolutionShape shape, Nd4jView dx, int sample) {
        imageGradient.clear(dx, sample);
        for (int group = 0; group < shape.groups(); group++) {
            for (int product = 0; product < shape.products(); product++) {
                Blas.multiply(
                        shape.inner(),
                        shape.span(),
                        shape.filters(),
                        weights.panel(group, product).transposed(),
                        results.panel(group),
                        imageGradient.panel(group, product),
                        shape.products() > 1);
            }
        }
        imageGradient.store(dx, sample);
    }
}
