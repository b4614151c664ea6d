package org.backprop.engine.data.images;

import java.io.IOException;
import java.nio.file.Path;

import org.backprop.engine.data.ByteImages;
import org.backprop.engine.data.DataException;
import org.backprop.model.ColorMode;
import org.backprop.model.Image;
import org.backprop.model.Shape;
import org.backprop.model.Size2d;

/** An image from a PNG or JPEG file as a sample. */
public final class ImageSample {

    private static final int COLORS = 3;

    private ImageSample() {}

    /**
     * The image, scaled to the size of the samples of a training, with values 0 to 1.
     *
     * @param shape shape of these samples
     * @throws DataException if the samples are no images, or the file cannot be read
     */
    public static float[] read(Path file, Shape shape) throws DataException {
        if (shape.rank() != 2 && shape.rank() != 3) {
            throw new DataException(
                    "%s: the network was not trained on images but on samples of the shape %s".formatted(file, shape));
        }
        Image image = Image.of(shape);
        if (image.channels() != 1 && image.channels() != COLORS) {
            throw new DataException(
                    "%s: the network was trained on images of %d channels".formatted(file, image.channels()));
        }
        ColorMode color = image.channels() == 1 ? ColorMode.GREY : ColorMode.RGB;
        byte[] bytes = picture(file, color)
                .scaled(new Size2d(image.height(), image.width()))
                .values();
        float[] values = new float[bytes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = ByteImages.scaled(bytes[i]);
        }
        return values;
    }

    private static Picture picture(Path file, ColorMode color) throws DataException {
        try {
            return Picture.read(file, color);
        } catch (IOException e) {
            throw new DataException("%s: the image cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }
}
