package org.backprop.runlog.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The IDE's one-time secret: whoever connects must send it first. */
public final class Token {
    private static final int BYTES = 32;

    private final String text;

    private Token(String text) {
        this.text = text;
    }

    /** A new token of 256 random bits. */
    public static Token random() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return new Token(HexFormat.of().formatHex(secret));
    }

    /** The token as it goes into {@link ControlEnvironment#TOKEN}. */
    public String text() {
        return text;
    }

    /** Whether {@code hello} brings this token; takes the same time wherever the first difference is. */
    public boolean matches(Hello hello) {
        return MessageDigest.isEqual(
                text.getBytes(StandardCharsets.UTF_8), hello.token().getBytes(StandardCharsets.UTF_8));
    }
}
