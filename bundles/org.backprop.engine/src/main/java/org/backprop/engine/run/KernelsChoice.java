package org.backprop.engine.run;

import java.util.Locale;

/** The kernels that a CPU can compute with. */
public enum KernelsChoice {
    /** The fast ones, or the portable ones where those cannot run; the default. */
    NATIVE,
    /** The portable ones, on ND4J. */
    ND4J;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
