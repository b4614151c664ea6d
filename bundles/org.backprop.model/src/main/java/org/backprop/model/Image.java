package org.backprop.model;

import java.util.List;

/**
 * The shape of an image, channels first.
 *
 * @param channels number of channels
 * @param height rows
 * @param width columns
 */
public record Image(int channels, int height, int width) {

    /**
     * The image that a shape {@code [channels, height, width]} stands for; {@code [height, width]} has one channel.
     *
     * @throws IllegalArgumentException if the shape has another number of dimensions
     */
    public static Image of(Shape shape) {
        List<Integer> dims = shape.dims();
        return switch (shape.rank()) {
            case 2 -> new Image(1, dims.get(0), dims.get(1));
            case 3 -> new Image(dims.get(0), dims.get(1), dims.get(2));
            default -> throw new IllegalArgumentException(shape + " is not the shape of an image");
        };
    }

    /** The image that is the input of a layer of this type. */
    static Image of(Shape in, String type) throws ShapeException {
        if (in.rank() != 2 && in.rank() != 3) {
            throw new ShapeException(type + " needs an image [channels, height, width], but its input has shape " + in
                    + (in.rank() == 1
                            ? ": put it before the flatten layer, or give the shape of the image as the network's input"
                            : ": give the network an input of three dimensions"));
        }
        return of(in);
    }
}
