package org.backprop.model;

import java.util.Optional;

/**
 * Long short-term memory over a sequence [steps, features], from a state of zeros, as {@code torch.nn.LSTM} with one
 * layer: weights [4 units, features] and [4 units, units], two biases [4 units] each.
 *
 * @param units number of elements of the state
 * @param returnSequences whether the output is the state after each step [steps, units], not only after the last [units]
 * @param bias whether there are biases
 * @param initializer initial values of the weights of the input; those of the state are as in PyTorch
 * @param biasInitializer initial values of the biases
 */
@SpecType(
        key = "lstm",
        doc = "Long short-term memory: reads a sequence step by step and keeps a state.",
        formula = "i, f, g, o = Wi x_t + bi + Wh h_(t-1) + bh; c_t = sigmoid(f) c_(t-1) + sigmoid(i) tanh(g);"
                + " h_t = sigmoid(o) tanh(c_t)",
        source = "torch.nn.LSTM; Hochreiter and Schmidhuber 1997")
public record LstmLayer(
        @SpecParameter(doc = "Number of elements of the state.", min = 1, max = 1_000_000, main = true)
        int units,

        @SpecParameter(
                doc = "Give the state after each step, [steps, units], not only after the last, [units].",
                byDefault = "false")
        boolean returnSequences,

        @SpecParameter(doc = "Whether trainable biases are added to the gates.", byDefault = "true")
        boolean bias,

        @SpecParameter(
                doc = "Initial values of the weights of the input; those of the state are as in PyTorch.",
                byDefault = "torch")
        InitializerSpec initializer,

        @SpecParameter(doc = "Initial values of the biases.", byDefault = "torch")
        InitializerSpec biasInitializer)
        implements RecurrentLayer, SelfChecking {

    /** A layer that is initialized as PyTorch does it. */
    public LstmLayer(int units, boolean returnSequences, boolean bias) {
        this(units, returnSequences, bias, new TorchInitializer(), new TorchInitializer());
    }

    private Recurrence recurrence() {
        return new Recurrence("lstm", 4, units, returnSequences, bias);
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
