package org.backprop.runlog.diagnosis;

import java.util.Locale;

/** What can be wrong with a training. */
public enum Fault {
    /** The gradient fades on its way back through the layers. */
    VANISHING_GRADIENT("Vanishing gradient"),
    /** The gradient is far greater than the weights. */
    EXPLODING_GRADIENT("Exploding gradient"),
    /** Units whose output is 0 for all samples. */
    DEAD_UNITS("Dead units"),
    /** Units in the flat parts of their activation function. */
    SATURATED_UNITS("Saturated units"),
    /** A layer that the updates leave as it is. */
    UNCHANGED_WEIGHTS("Unchanged weights"),
    /** A loss that does not fall. */
    STALLED("Stalled training"),
    /** Good on the training set, ever worse on the validation set. */
    OVERFITTING("Overfitting"),
    /** A loss that rises or is no longer finite. */
    DIVERGING("Diverging training"),
    /** Updates that are too great for the weights. */
    HIGH_LEARNING_RATE("Learning rate too high"),
    /** Updates that hardly move the weights. */
    LOW_LEARNING_RATE("Learning rate too low"),
    /** Samples of the training set in the sets that are to measure it. */
    LEAKING_SPLIT("Leaking split"),
    /** Classes that are far rarer than others. */
    CLASS_IMBALANCE("Class imbalance");

    private final String title;

    Fault(String title) {
        this.title = title;
    }

    /** The key in files and in JSON, such as {@code vanishing_gradient}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name for people, such as {@code Vanishing gradient}. */
    public String title() {
        return title;
    }
}
