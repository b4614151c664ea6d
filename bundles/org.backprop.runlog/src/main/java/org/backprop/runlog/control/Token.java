package org.backprop.runlog.control;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The IDE's one-time secret: whoever connects must send it first. */
public final class Token {
    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

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

    /** The token of a text, such as that of {@link ControlEnvironment#TOKEN}. */
    public static Token of(String text) {
        return new Token(text);
    }

    /** Shows the knowledge of this token: HMAC-SHA-256 of the nonce, with the token as key, in hexadecimal digits. */
    public Proof prove(Challenge challenge) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return new Proof(
                    HexFormat.of().formatHex(mac.doFinal(challenge.nonce().getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** Whether a proof is that of this token; takes the same time wherever the first difference is. */
    public boolean proves(Proof proof, Challenge challenge) {
        return equal(prove(challenge).code(), proof.code());
    }

    /** The token as it goes into {@link ControlEnvironment#TOKEN}. */
    public String text() {
        return text;
    }

    /** Whether {@code hello} brings this token; takes the same time wherever the first difference is. */
    public boolean matches(Hello hello) {
        return equal(text, hello.token());
    }

    private static boolean equal(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
