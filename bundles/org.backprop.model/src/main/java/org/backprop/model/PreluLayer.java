package org.backprop.model;

/**
 * A rectified linear unit whose slope below zero is trained, one for each channel or one for all.
 *
 * @param shared whether there is one slope for all channels, not one for each
 * @param initial the slope to begin with
 */
@SpecType(
        key = "prelu",
        doc = "Rectified linear unit with a trainable slope below zero.",
        formula = "f(x) = max(0, x) + a min(0, x)",
        source = "torch.nn.PReLU; He et al. 2015")
public record PreluLayer(
        @SpecParameter(
                doc = "Whether there is one slope for all channels, not one for each.",
                byDefault = "true",
                main = true)
        boolean shared,

        @SpecParameter(doc = "The slope to begin with.", byDefault = "0.25")
        double initial)
        implements UnaryLayer {

    @Override
    public Shape output(Shape in) {
        return in;
    }

    @Override
    public long parameters(Shape in) {
        return shared ? 1 : in.dims().getFirst();
    }
}
