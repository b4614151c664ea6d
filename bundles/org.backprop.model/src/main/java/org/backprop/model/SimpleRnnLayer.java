package org.backprop.model;

import java.util.Optional;

/**
 * A simple recurrent network over a sequence {@code [steps, features]}, from a state of zeros, as {@code torch.nn.RNN}
 * with one layer: weights [units, features] and [units, units], two biases [units].
 *
 * @param units number of elements of the state
 * @param returnSequences give the state after each step, [steps, units], not only after the last, [units]
 * @param bias whether trainable biases are added
 * @param initializer initial values of the weights of the input; those of the state are as in PyTorch
 * @param biasInitializer initial values of the biases
 */
@SpecType(
        key = "simple_rnn",
        doc = "Simple recurrent network: a state that is a function of input and former state.",
        formula = "h_t = tanh(Wi x_t + bi + Wh h_(t-1) + bh)",
        source = "torch.nn.RNN; Elman 1990")
public record SimpleRnnLayer(
        @SpecParameter(doc = "Number of elements of the state.", min = 1, max = 1_000_000, main = true)
        int units,

        @SpecParameter(
                doc = "Give the state after each step, [steps, units], not only after the last, [units].",
                byDefault = "false")
        boolean returnSequences,

        @SpecParameter(doc = "Whether trainable biases are added.", byDefault = "true")
        boolean bias,

        @SpecParameter(
                doc = "Initial values of the weights of the input; those of the state are as in PyTorch.",
                byDefault = "torch")
        InitializerSpec initializer,

        @SpecParameter(doc = "Initial values of the biases.", byDefault = "torch")
        InitializerSpec biasInitializer)
        implements RecurrentLayer, SelfChecking {

    /** A layer that is initialized as PyTorch does it. */
    public SimpleRnnLayer(int units, boolean returnSequences, boolean bias) {
        this(units, returnSequences, bias, new TorchInitializer(), new TorchInitializer());
    }

    private Recurrence recurrence() {
        return new Recurrence("simple_rnn", 1, units, returnSequences, bias);
    }

    @Override
    public Shape output(Shape in) throws ShapeException {
        return recurrence().output(in);
    }

    @Override
    public long parameters(Shape in) {
        return recurrence().parameters(in);
    }

    @Override
    public long flops(Shape in) {
        return recurrence().flops(in);
    }

    @Override
    public Optional<Activation> outputFunction() {
        return Optional.of(Activation.LINEAR);
    }

    @Override
    public Optional<Inconsistency> inconsistency() {
        return Inconsistency.ifNotForBias(biasInitializer);
    }
}
