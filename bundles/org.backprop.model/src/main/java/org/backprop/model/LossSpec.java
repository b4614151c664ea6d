package org.backprop.model;

/** The loss that training minimizes: the mean over the samples of a batch. */
public sealed interface LossSpec
        permits NllLoss, CrossEntropyLoss, MseLoss, BceLoss, MaeLoss, HuberLoss, HingeLoss, KlDivLoss, PoissonLoss {

    /** Whether the targets are classes rather than numbers. */
    boolean classifies();

    /** Whether one output may tell two classes apart. */
    default boolean tellsTwoApart() {
        return false;
    }

    /** Where one output tells two classes apart: above it stands for the second class. */
    default double threshold() {
        return 0;
    }
}
