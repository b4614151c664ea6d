package org.backprop.engine.data.augmentation;

import java.util.Arrays;

/** A sample under work. */
final class Specimen {

    private final Frame frame;
    private float[] values;
    private float[] spare;
    private float target;

    Specimen(Frame frame) {
        this.frame = frame;
        values = new float[frame.width()];
        spare = new float[frame.width()];
    }

    Frame frame() {
        return frame;
    }

    /** Its values, channel by channel, row by row. */
    float[] values() {
        return values;
    }

    /** Its class or the number to predict. */
    float target() {
        return target;
    }

    void target(float value) {
        target = value;
    }

    /** Makes room for new values, which {@link #swap} takes over, with black in every pixel. */
    float[] blank() {
        for (int channel = 0; channel < frame.channels(); channel++) {
            int from = channel * frame.plane();
            Arrays.fill(spare, from, from + frame.plane(), frame.normalized(channel, 0));
        }
        return spare;
    }

    /** Takes what was written to {@link #blank} for the values. */
    void swap() {
        float[] old = values;
        values = spare;
        spare = old;
    }
}
