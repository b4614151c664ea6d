package org.backprop.runlog.control;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * First line of a trainer that comes back: {@code {"challenge":"..."}}. Whoever listens must answer with the {@link Proof},
 * because the port may no longer be the IDE's.
 *
 * @param nonce 32 to 128 characters that were never used before
 */
public record Challenge(String nonce) implements Greeting {
    private static final int BYTES = 32;
    private static final int LEAST = 32;
    private static final int MOST = 128;

    /** Checks the length. */
    public Challenge {
        if (nonce.length() < LEAST || nonce.length() > MOST) {
            throw new IllegalArgumentException("the nonce has " + nonce.length() + " characters");
        }
    }

    /** A new challenge of 256 random bits. */
    public static Challenge random() {
        byte[] nonce = new byte[BYTES];
        new SecureRandom().nextBytes(nonce);
        return new Challenge(HexFormat.of().formatHex(nonce));
    }
}
