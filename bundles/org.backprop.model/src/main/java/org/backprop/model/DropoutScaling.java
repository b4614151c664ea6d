package org.backprop.model;

/** Where dropout scales its outputs so that their expectation is the same in training and prediction. */
public enum DropoutScaling {
    /** In training: what is kept is divided by the probability to keep it. */
    INVERTED,
    /** In prediction: everything is multiplied by the probability to keep it, as in the paper. */
    TEST_TIME
}
