package org.backprop.engine.layers;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.model.Shape;

/** Maps the activation functions of a model to their implementations. */
final class Functions {

    private static final double LEAK = 0.01;
    private static final double SELU_SCALE = 1.0507009873554805;
    private static final double SELU_ALPHA = 1.6732632423543772;
    private static final double SQRT_HALF = Math.sqrt(0.5);
    private static final double NORMAL_DENSITY = 1 / Math.sqrt(2 * Math.PI);

    private Functions() {}

    /** A layer that applies a function to samples of a shape. */
    static LayerDefinition layer(org.backprop.model.Activation function, Shape shape) {
        return switch (function) {
            case RELU -> new ActivationFunction(Activation.RELU, shape);
            case SIGMOID -> new ActivationFunction(Activation.SIGMOID, shape);
            case TANH -> new ActivationFunction(Activation.TANH, shape);
            case SOFTMAX -> new ActivationFunction(Activation.SOFTMAX, shape);
            case LOG_SOFTMAX -> new ActivationFunction(Activation.LOG_SOFTMAX, shape);
            case LINEAR -> new ActivationFunction(Activation.LINEAR, shape);
            case LEAKY_RELU -> new ElementwiseFunction(shape, x -> x.select(x, x.times(LEAK)), x -> x.select(1, LEAK));
            case RELU6 -> new ElementwiseFunction(shape, x -> x.max(0).min(6), x -> inside(x, 0, 6));
            case ELU, CELU ->
                new ElementwiseFunction(shape, x -> x.select(x, x.expm1()), x -> x.select(one(x), x.exp()));
            case SELU ->
                new ElementwiseFunction(
                        shape,
                        x -> x.select(x, x.expm1().times(SELU_ALPHA)).times(SELU_SCALE),
                        x -> x.select(one(x), x.exp().times(SELU_ALPHA)).times(SELU_SCALE));
            case GELU -> new ElementwiseFunction(shape, x -> x.times(normal(x)), Functions::geluSlope);
            case SILU -> new ElementwiseFunction(shape, x -> x.times(x.sigmoid()), Functions::siluSlope);
            case MISH -> new ElementwiseFunction(shape, x -> x.times(softplus(x).tanh()), Functions::mishSlope);
            case SOFTPLUS -> new ElementwiseFunction(shape, Functions::softplus, Term::sigmoid);
            case SOFTSIGN ->
                new ElementwiseFunction(
                        shape,
                        x -> x.over(x.abs().plus(1)),
                        x -> x.abs().plus(1).squared().reciprocal());
            case HARD_SIGMOID ->
                new ElementwiseFunction(
                        shape,
                        x -> x.plus(3).max(0).min(6).times(1 / 6.0),
                        x -> inside(x, -3, 3).times(1 / 6.0));
            case HARD_TANH -> new ElementwiseFunction(shape, x -> x.max(-1).min(1), x -> inside(x, -1, 1));
        };
    }

    private static Term one(Term x) {
        return x.number(1);
    }

    /** 1 where low < x < high, else 0. */
    private static Term inside(Term x, double low, double high) {
        return x.minus(low).min(x.times(-1).plus(high)).select(1, 0);
    }

    /** The standard normal distribution function. */
    private static Term normal(Term x) {
        return x.times(SQRT_HALF).erf().plus(1).times(0.5);
    }

    private static Term geluSlope(Term x) {
        Term density = x.squared().times(-0.5).exp().times(NORMAL_DENSITY);
        return normal(x).plus(x.times(density));
    }

    private static Term siluSlope(Term x) {
        Term sigmoid = x.sigmoid();
        return sigmoid.times(x.times(x.number(1).minus(sigmoid)).plus(1));
    }

    private static Term softplus(Term x) {
        return x.max(0).plus(x.abs().times(-1).exp().log1p());
    }

    private static Term mishSlope(Term x) {
        Term tanh = softplus(x).tanh();
        return tanh.plus(x.times(x.sigmoid()).times(x.number(1).minus(tanh.squared())));
    }
}
