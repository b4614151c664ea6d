package org.backprop.engine.kernels;

import java.nio.FloatBuffer;

import org.backprop.model.Window;

/** The pixels of one sample, or their gradients, in native memory as {@link ConvolutionShape} wants them. */
final class ConvolutionImage {

    private final PaddedImage image = new PaddedImage();
    private final Nd4jScratch memory = new Nd4jScratch();
    private ConvolutionShape shape;
    private Nd4jView pixels;
    private int first;
    private float[] line = new float[0];

    void open(ConvolutionShape shape) {
        this.shape = shape;
        image.open(shape.window(), shape.window().stride(), shape.groups() * shape.channels(), 0);
        line = Blocks.grown(line, shape.span());
    }

    /** The pixels of a sample. */
    void load(Nd4jView x, int sample) {
        first = sample * x.columns();
        pixels = x;
        if (!shape.isPointwise()) {
            image.load(x.elements(), first);
            pixels = own();
            first = 0;
            if (shape.isLowered()) {
                lower(pixels.elements());
            } else {
                pixels.elements().put(0, image.values(), 0, pixels.length());
            }
        }
    }

    /** Prepares for the gradients of a sample; those of several products are to be added up. */
    void clear(Nd4jView dx, int sample) {
        first = shape.isPointwise() ? sample * dx.columns() : 0;
        pixels = shape.isPointwise() ? dx : own();
        if (!shape.isPointwise() && !shape.isLowered()) {
            image.fill(0);
            pixels.elements().put(0, image.values(), 0, pixels.length());
        }
    }

    /** Writes the gradients of a sample. */
    void store(Nd4jView dx, int sample) {
        if (shape.isPointwise()) {
            return;
        }
        if (shape.isLowered()) {
            image.fill(0);
            raise(pixels.elements());
        } else {
            pixels.elements().get(0, image.values(), 0, pixels.length());
        }
        image.store(dx.elements(), sample * dx.columns());
    }

    private Nd4jView own() {
        return memory.view(shape.groups() * shape.inner(), stride());
    }

    private int stride() {
        if (shape.isPointwise()) {
            return shape.positions();
        }
        return shape.isLowered() ? shape.span() : image.channelLength();
    }

    /** The pixels of a product {@code [inner, span]}. */
    Panel panel(int group, int product) {
        int at = first + group * shape.inner() * stride();
        return Panel.of(pixels, shape.isLowered() ? at : at + start(0, product), stride());
    }

    /** Where the first window has an element. */
    private int start(int channel, int element) {
        Window window = shape.window();
        int width = window.kernel().width();
        int row = element / width * window.dilation().height();
        return image.position(channel, row, element % width * window.dilation().width());
    }

    private void lower(FloatBuffer matrix) {
        int to = 0;
        for (int channel = 0; channel < shape.groups() * shape.channels(); channel++) {
            for (int element = 0; element < shape.elements(); element++) {
                matrix.put(to, image.values(), start(channel, element), shape.span());
                to += shape.span();
            }
        }
    }

    private void raise(FloatBuffer matrix) {
        int from = 0;
        for (int channel = 0; channel < shape.groups() * shape.channels(); channel++) {
            for (int element = 0; element < shape.elements(); element++) {
                matrix.get(from, line, 0, shape.span());
                PatchLoops.add(shape.span(), line, 0, image.values(), start(channel, element));
                from += shape.span();
            }
        }
    }
}
