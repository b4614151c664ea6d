package org.backprop.runlog.control;

import java.util.Objects;

/**
 * Answer to a {@link Challenge}: {@code {"proof":"..."}}, see {@link Token#prove}. It shows that the IDE knows the token without
 * telling it.
 */
public record Proof(String code) {
    /** Checks that there is a code. */
    public Proof {
        Objects.requireNonNull(code, "code");
    }
}
