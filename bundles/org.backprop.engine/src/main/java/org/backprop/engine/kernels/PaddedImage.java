package org.backprop.engine.kernels;

import java.nio.FloatBuffer;
import java.util.Arrays;

import org.backprop.model.Size2d;
import org.backprop.model.Window;

/**
 * The channels of one sample with their padding as a Java array, where windows never end outside. It may be split into
 * phases: each channel is then {@code [phase rows * phase columns, phase height, phase width]}, and pixels that are as far
 * apart as there are phases are neighbours. With the strides of a window as phases, the pixels that neighbouring windows
 * have at one place are neighbours.
 */
final class PaddedImage {

    private Window window;
    private Size2d phases;
    private int channels;
    private int planeWidth;
    private int planeLength;
    private float[] values = new float[0];
    private float[] inner = new float[0];

    /** Prepares for images of this many channels, and fills all with the value of the padding. */
    void open(Window window, Size2d phases, int channels, float padding) {
        this.window = window;
        this.phases = phases;
        this.channels = channels;
        planeWidth = width(window, phases);
        planeLength = planeWidth * height(window, phases);
        values = Blocks.grown(values, channels * channelLength());
        inner = Blocks.grown(inner, channels * window.height() * window.width());
        fill(padding);
    }

    /** Columns of each phase. */
    static int width(Window window, Size2d phases) {
        return Math.ceilDiv(window.width() + window.left() + window.right(), phases.width());
    }

    /** Rows of each phase. */
    static int height(Window window, Size2d phases) {
        return Math.ceilDiv(window.height() + window.top() + window.bottom(), phases.height());
    }

    void fill(float value) {
        Arrays.fill(values, 0, channels * channelLength(), value);
    }

    float[] values() {
        return values;
    }

    /** Columns of each phase. */
    int width() {
        return planeWidth;
    }

    /** Elements of a channel. */
    int channelLength() {
        return phases.height() * phases.width() * planeLength;
    }

    /** Where a pixel is, its row and column counted with the padding. */
    int position(int channel, int row, int column) {
        int phase = row % phases.height() * phases.width() + column % phases.width();
        int inPhase = row / phases.height() * planeWidth + column / phases.width();
        return channel * channelLength() + phase * planeLength + inPhase;
    }

    /** Reads the image from element {@code at} on; the padding stays. */
    void load(FloatBuffer images, int at) {
        int width = window.width();
        int step = phases.width();
        if (isPlain()) {
            images.get(at, values, 0, channels * channelLength());
            return;
        }
        images.get(at, inner, 0, channels * window.height() * width);
        for (int row = 0; row < channels * window.height(); row++) {
            for (int first = 0; first < Math.min(step, width); first++) {
                int count = Math.ceilDiv(width - first, step);
                PatchLoops.take(count, inner, row * width + first, step, values, rowPosition(row, first));
            }
        }
    }

    /** Writes the image without its padding from element {@code at} on. */
    void store(FloatBuffer images, int at) {
        int width = window.width();
        int step = phases.width();
        if (isPlain()) {
            images.put(at, values, 0, channels * channelLength());
            return;
        }
        for (int row = 0; row < channels * window.height(); row++) {
            for (int first = 0; first < Math.min(step, width); first++) {
                int count = Math.ceilDiv(width - first, step);
                PatchLoops.spread(count, values, rowPosition(row, first), inner, row * width + first, step);
            }
        }
        images.put(at, inner, 0, channels * window.height() * width);
    }

    private boolean isPlain() {
        return phases.equals(Size2d.of(1)) && planeLength == window.height() * window.width();
    }

    /** Where a pixel is, its row counted through all channels without padding. */
    private int rowPosition(int row, int column) {
        int channel = row / window.height();
        return position(channel, window.top() + row - channel * window.height(), window.left() + column);
    }
}
