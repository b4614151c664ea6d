package org.backprop.engine.data.images;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.backprop.model.ColorMode;
import org.backprop.model.Size2d;

/**
 * A decoded image.
 *
 * @param channels number of channels
 * @param size rows and columns
 * @param values channel by channel, row by row, an unsigned byte each
 */
record Picture(int channels, Size2d size, byte[] values) {

    /** The formats, and the most pixels that a byte of such a file can stand for: by deflate, and by two bits for each block. */
    private static final Map<String, Integer> PIXELS_A_BYTE = Map.of("png", 8 * 1032, "jpeg", 512);

    /**
     * Decodes a PNG or JPEG file; transparency is left out. Memory is taken for no more pixels than the file can hold, whatever
     * its header says.
     *
     * @throws IOException if it is no image or damaged
     */
    static Picture read(Path file, ColorMode color) throws IOException {
        BufferedImage image = decode(file);
        Size2d size = new Size2d(image.getHeight(), image.getWidth());
        byte[] values = new byte[color.channels() * size.height() * size.width()];
        boolean grey = image.getRaster().getNumBands() <= 2 && !(image.getColorModel() instanceof IndexColorModel);
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                int rgb = grey ? grey(image.getRaster(), column, row) : image.getRGB(column, row);
                put(values, color, row * size.width() + column, rgb, size.height() * size.width());
            }
        }
        return new Picture(color.channels(), size, values);
    }

    private static BufferedImage decode(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException("it cannot be opened");
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = reader(in);
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > PIXELS_A_BYTE.get(format(reader)) * Files.size(file)) {
                    throw new IOException("by its header it has %,d pixels, more than its %,d bytes can hold"
                            .formatted(pixels, Files.size(file)));
                }
                return reader.read(0);
            } catch (RuntimeException e) {
                throw new IOException("it is damaged: " + e.getMessage(), e);
            } finally {
                reader.dispose();
            }
        }
    }

    private static String format(ImageReader reader) throws IOException {
        return reader.getFormatName().toLowerCase(Locale.ROOT);
    }

    private static ImageReader reader(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (PIXELS_A_BYTE.containsKey(format(reader))) {
                return reader;
            }
        }
        throw new IOException("it is neither PNG nor JPEG");
    }

    /** The stored grey, which {@link BufferedImage#getRGB} would convert to another brightness, as three channels. */
    private static int grey(Raster raster, int column, int row) {
        int most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        return Math.round(raster.getSample(column, row, 0) * 255f / most) * 0x010101;
    }

    private static void put(byte[] values, ColorMode color, int pixel, int rgb, int plane) {
        int red = rgb >> 16 & 0xFF;
        int green = rgb >> 8 & 0xFF;
        int blue = rgb & 0xFF;
        switch (color) {
            case RGB -> {
                values[pixel] = (byte) red;
                values[plane + pixel] = (byte) green;
                values[2 * plane + pixel] = (byte) blue;
            }
            case GREY -> values[pixel] = (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
        }
    }

    /** This image with another number of rows and columns. */
    Picture scaled(Size2d to) {
        if (to.equals(size)) {
            return this;
        }
        Resampling rows = new Resampling(size.height(), to.height());
        Resampling columns = new Resampling(size.width(), to.width());
        byte[] result = new byte[channels * to.height() * to.width()];
        for (int channel = 0; channel < channels; channel++) {
            for (int row = 0; row < to.height(); row++) {
                for (int column = 0; column < to.width(); column++) {
                    float value = value(channel, rows, row, columns, column);
                    result[(channel * to.height() + row) * to.width() + column] = (byte) Math.round(value);
                }
            }
        }
        return new Picture(channels, to, result);
    }

    private float value(int channel, Resampling rows, int row, Resampling columns, int column) {
        float sum = 0;
        for (int i = 0; i < rows.count(row); i++) {
            int from = (channel * size.height() + rows.first(row) + i) * size.width() + columns.first(column);
            float line = 0;
            for (int j = 0; j < columns.count(column); j++) {
                line += columns.weight(column, j) * (values[from + j] & 0xFF);
            }
            sum += rows.weight(row, i) * line;
        }
        return sum;
    }
}
