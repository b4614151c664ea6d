package org.backprop.engine.kernels.vector;

import java.util.Arrays;

import org.backprop.model.Window;

/**
 * A convolution of one geometry: where the elements of the window find their values, and the weights in the order of the
 * tiles. The gradient with respect to the input is a convolution with stride 1 for each remainder of rows and columns by the
 * stride.
 */
final class Convolution {

    private final Window window;
    private final int groups;
    private final int channels;
    private final int filters;
    private final Lowering lowering;
    private final int[] offsets;
    private final FilterPanels panels;
    private final ConvolutionPhase[] phases;
    private int[] steps = {};

    Convolution(Window window, int groups, int channels, int filters) {
        this.window = window;
        this.groups = groups;
        this.channels = channels;
        this.filters = filters;
        int kernelRows = window.kernel().height();
        int kernelColumns = window.kernel().width();
        lowering = new Lowering(
                channels,
                window.height(),
                window.width(),
                window.outHeight(),
                window.outWidth(),
                window.stride().height(),
                window.stride().width(),
                steps(kernelRows, window.dilation().height(), -window.top()),
                steps(kernelColumns, window.dilation().width(), -window.left()));
        offsets = Arrays.copyOf(lowering.offsets(), terms());
        panels = new FilterPanels(groups, groupFilters(), groupFilters() * terms(), terms(), steps(terms(), 1, 0));
        phases = new ConvolutionPhase[window.stride().height() * window.stride().width()];
        for (int i = 0; i < phases.length; i++) {
            int columns = window.stride().width();
            phases[i] = new ConvolutionPhase(this, i / columns, i % columns);
        }
    }

    private static int[] steps(int count, int step, int first) {
        int[] steps = new int[count];
        for (int i = 0; i < count; i++) {
            steps[i] = first + i * step;
        }
        return steps;
    }

    boolean is(Window window, int groups, int channels, int filters) {
        return this.groups == groups
                && this.channels == channels
                && this.filters == filters
                && this.window.equals(window);
    }

    Window window() {
        return window;
    }

    int groups() {
        return groups;
    }

    int channels() {
        return channels;
    }

    int filters() {
        return filters;
    }

    int groupChannels() {
        return channels / groups;
    }

    int groupFilters() {
        return filters / groups;
    }

    /** Weights of one filter. */
    int terms() {
        return groupChannels() * window.kernel().height() * window.kernel().width();
    }

    /** Elements of a result's plane. */
    int positions() {
        return lowering.positions();
    }

    /** Bytes from a plane of the input to the next. */
    long inputPlaneBytes() {
        return Lanes.at(0, (long) window.height() * window.width());
    }

    /** Runs of the input. */
    Lowering lowering() {
        return lowering;
    }

    /** Runs that the weights of one filter multiply, for the first group. */
    int[] offsets() {
        return offsets;
    }

    /** The weights by filters. */
    FilterPanels panels() {
        return panels;
    }

    /** The convolutions that make the gradient with respect to the input. */
    ConvolutionPhase[] phases() {
        return phases;
    }

    /** Vectors that a run of positions takes. */
    int vectors() {
        return Math.ceilDiv(positions(), Lanes.COUNT);
    }

    /**
     * Offsets in bytes of the vectors of a run in at least so many samples, whose copies (or, in place, whose inputs) follow
     * each other.
     */
    int[] steps(int samples) {
        int vectors = vectors();
        if (steps.length < samples * vectors) {
            int sample = lowering.isInPlace() ? channels * window.height() * window.width() : lowering.size();
            steps = new int[samples * vectors];
            for (int i = 0; i < steps.length; i++) {
                steps[i] = i / vectors * sample * Float.BYTES + i % vectors * Lanes.BYTES;
            }
        }
        return steps;
    }

    /** Multiplications in one sample. */
    long operations() {
        return (long) filters * terms() * positions();
    }
}
