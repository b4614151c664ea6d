package org.backprop.engine.cli;

import java.util.Locale;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Splits;

/** The three parts of the data. */
enum DataSet {
    TRAIN,
    VALIDATION,
    TEST;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    Dataset of(Splits splits) {
        return switch (this) {
            case TRAIN -> splits.train();
            case VALIDATION -> splits.validation();
            case TEST -> splits.test();
        };
    }
}
