package org.backprop.model;

import java.util.Optional;

/**
 * A fully connected layer: {@code y = f(x W^T + b)} with W of shape [units, inputs] and b of shape [units].
 *
 * @param units number of outputs
 * @param activation the function f
 * @param bias whether there is a b
 * @param initializer initial values of W
 * @param biasInitializer initial values of b
 */
@SpecType(
        key = "dense",
        doc = "A fully connected layer: each output is a weighted sum of all inputs.",
        formula = "y = f(x W^T + b), W: [units, inputs], b: [units]",
        source = "torch.nn.Linear")
public record DenseLayer(
        @SpecParameter(doc = "Number of outputs.", min = 1, max = 1_000_000, main = true)
        int units,

        @SpecParameter(doc = "Function applied to each output.", byDefault = "linear")
        Activation activation,

        @SpecParameter(doc = "Whether a trainable bias is added to each output.", byDefault = "true")
        boolean bias,

        @SpecParameter(doc = "Initial values of the weights.", byDefault = "torch")
        InitializerSpec initializer,

        @SpecParameter(doc = "Initial values of the bias.", byDefault = "torch")
        InitializerSpec biasInitializer)
        implements UnaryLayer, WeightedLayer, SelfChecking {

    /** A layer that is initialized as PyTorch does it. */
    public DenseLayer(int units, Activation activation, boolean bias) {
        this(units, activation, bias, new TorchInitializer(), new TorchInitializer());
    }

    @Override
    public int outputs() {
        return units;
    }

    @Override
    public DenseLayer resized(int outputs, boolean withBias) {
        return new DenseLayer(outputs, activation, withBias, initializer, biasInitializer);
    }

    @Override
    public Shape output(Shape in) throws ShapeException {
        if (in.rank() != 1) {
            throw ShapeException.needsFlatInput("dense", in);
        }
        return Shape.of(units);
    }

    @Override
    public long parameters(Shape in) {
        return in.size() * units + (bias ? units : 0);
    }

    @Override
    public long flops(Shape in) {
        return 2 * in.size() * units;
    }

    @Override
    public Optional<Activation> outputFunction() {
        return Optional.of(activation);
    }

    @Override
    public Optional<Inconsistency> inconsistency() {
        return Inconsistency.ifNotForBias(biasInitializer);
    }
}
