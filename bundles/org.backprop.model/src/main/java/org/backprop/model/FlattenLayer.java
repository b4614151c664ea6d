package org.backprop.model;

/** Turns a sample of any shape into a vector, last dimension fastest. */
@SpecType(
        key = "flatten",
        doc = "Turns a sample of any shape into a vector.",
        formula = "[d1, ..., dn] -> [d1 x ... x dn]",
        source = "torch.nn.Flatten")
public record FlattenLayer() implements UnaryLayer {

    @Override
    public Shape output(Shape in) {
        return Shape.of(Math.toIntExact(in.size()));
    }
}
