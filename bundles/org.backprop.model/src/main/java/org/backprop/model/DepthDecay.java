package org.backprop.model;

import java.util.Locale;

/** How the probability to survive changes with the depth of a block. */
public enum DepthDecay {
    /** Falls linearly from 1 to that of the last block. */
    LINEAR,
    /** The same for all blocks. */
    UNIFORM;

    /** The name in a model file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
