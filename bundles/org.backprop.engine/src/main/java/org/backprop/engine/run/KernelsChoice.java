package org.backprop.engine.run;

import java.util.Locale;

/** The kernels that a CPU can compute with. */
public enum KernelsChoice {
    /** The fast ones; the portable ones where those cannot run. */
    NATIVE,
    /** The portable ones, on ND4J; the default. */
    ND4J;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
