package org.backprop.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Two or more inputs one after the other, along the first dimension: channels of images, features of vectors.
 */
@SpecType(
        key = "concat",
        doc = "Puts its inputs one after the other: channels of images, features of vectors.",
        source = "torch.cat(dim=1); Huang et al. 2017")
public record ConcatLayer() implements LayerSpec {

    @Override
    public int leastInputs() {
        return 2;
    }

    @Override
    public int mostInputs() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Shape output(List<Shape> in) throws ShapeException {
        Shape first = in.getFirst();
        int sum = 0;
        for (int i = 0; i < in.size(); i++) {
            if (!rest(in.get(i)).equals(rest(first))) {
                throw new ShapeException(
                        "concat needs inputs whose shapes differ in the first dimension only, but %s has shape " + first
                                + " and %s has " + in.get(i),
                        0,
                        i);
            }
            sum = Math.addExact(sum, in.get(i).dims().getFirst());
        }
        List<Integer> dims = new ArrayList<>(first.dims());
        dims.set(0, sum);
        return new Shape(dims);
    }

    private static List<Integer> rest(Shape shape) {
        return shape.dims().subList(1, shape.rank());
    }
}
