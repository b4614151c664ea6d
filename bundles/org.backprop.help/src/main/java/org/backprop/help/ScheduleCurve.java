package org.backprop.help;

import java.util.List;

import org.backprop.model.ScheduleSpec;

/** Draws schedules over a training of 40 epochs with a learning rate of 0.1. */
final class ScheduleCurve {
    private static final int EPOCHS = 40;
    private static final int STEPS_PER_EPOCH = 10;
    private static final double BASE = 0.1;

    private ScheduleCurve() {}

    static Curve of(ScheduleSpec schedule, String caption) {
        int steps = EPOCHS * STEPS_PER_EPOCH;
        double[] x = new double[steps];
        double[] y = new double[steps];
        for (int step = 0; step < steps; step++) {
            x[step] = (double) step / STEPS_PER_EPOCH;
            y[step] = schedule.rate(step, STEPS_PER_EPOCH, steps, BASE);
        }
        return new Curve("epoch", "learning rate", caption, List.of(new Curve.Line("learning rate", x, y)));
    }
}
