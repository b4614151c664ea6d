package org.backprop.views.curves;

import org.backprop.views.Tags;

/** A quantity that a chart shows for training and validation. */
public enum Metric {
    LOSS(Tags.TRAIN_LOSS, Tags.VALIDATION_LOSS),
    ACCURACY(Tags.TRAIN_ACCURACY, Tags.VALIDATION_ACCURACY);

    private final String train;
    private final String validation;

    Metric(String train, String validation) {
        this.train = train;
        this.validation = validation;
    }

    /** Tag of the values on the training data. */
    String train() {
        return train;
    }

    /** Tag of the values on the validation data. */
    String validation() {
        return validation;
    }
}
