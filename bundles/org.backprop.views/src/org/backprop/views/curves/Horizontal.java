package org.backprop.views.curves;

/** What the x axis counts. */
public enum Horizontal {
    EPOCH,
    STEP,
    TIME;

    String title() {
        return switch (this) {
            case EPOCH -> Messages.axis_epoch;
            case STEP -> Messages.axis_step;
            case TIME -> Messages.axis_time;
        };
    }

    static Horizontal of(String name) {
        for (Horizontal each : values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return EPOCH;
    }
}
