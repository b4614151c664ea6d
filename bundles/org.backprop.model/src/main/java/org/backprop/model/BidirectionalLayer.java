package org.backprop.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A recurrent layer that reads a sequence {@code [steps, features]} from its beginning and another one, with weights of
 * its own, that reads it from its end. After each step, both states of a step of the sequence stand together; after the
 * last only, each direction gives its last state.
 *
 * @param layer what each direction is
 * @param merge what becomes of the two outputs
 */
@SpecType(
        key = "bidirectional",
        doc = "Reads a sequence in both directions by a recurrent layer each, and merges their outputs.",
        formula =
                "y_t = merge(f(x_1 .. x_t), g(x_T .. x_t)); without return_sequences merge(f(x_1 .. x_T), g(x_T .. x_1))",
        source = "torch.nn.LSTM(bidirectional=True), keras.layers.Bidirectional; Schuster and Paliwal 1997")
public record BidirectionalLayer(
        @SpecParameter(doc = "The recurrent layer of each direction, as in layer: {lstm: {units: 8}}.")
        RecurrentLayer layer,

        @SpecParameter(
                doc =
                        "What becomes of the outputs: concat (both, as PyTorch), add, multiply or average (as many features as one).",
                byDefault = "concat")
        BidirectionalMerge merge)
        implements UnaryLayer {

    @Override
    public Shape output(Shape in) throws ShapeException {
        Shape one = layer.output(in);
        if (merge != BidirectionalMerge.CONCAT) {
            return one;
        }
        List<Integer> dims = new ArrayList<>(one.dims());
        dims.set(dims.size() - 1, 2 * dims.getLast());
        return new Shape(dims);
    }

    @Override
    public long parameters(Shape in) {
        return Count.times(2, layer.parameters(in));
    }

    @Override
    public long flops(Shape in) {
        return Count.times(2, layer.flops(in));
    }

    @Override
    public Optional<Activation> outputFunction() {
        return Optional.of(Activation.LINEAR);
    }
}
