package org.backprop.engine.run;

import java.util.Locale;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Splits;

/** The three parts of the data. */
public enum DataSet {
    TRAIN,
    VALIDATION,
    TEST;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** This part. */
    public Dataset of(Splits splits) {
        return switch (this) {
            case TRAIN -> splits.train();
            case VALIDATION -> splits.validation();
            case TEST -> splits.test();
        };
    }
}
