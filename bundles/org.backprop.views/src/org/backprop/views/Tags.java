package org.backprop.views;

/** Tags of the curves that every training records. */
public final class Tags {
    public static final String TRAIN_LOSS = "loss/train";
    public static final String VALIDATION_LOSS = "loss/validation";
    public static final String TRAIN_ACCURACY = "accuracy/train";
    public static final String VALIDATION_ACCURACY = "accuracy/validation";
    /** One point at the end of each epoch. */
    public static final String EPOCH = "epoch";

    private Tags() {}
}
