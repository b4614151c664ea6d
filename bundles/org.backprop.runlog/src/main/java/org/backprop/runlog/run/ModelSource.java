package org.backprop.runlog.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The model file that a run was made from.
 *
 * @param file name or path of the file, as the user gave it
 * @param text its content at the start of the run
 * @param sha256 SHA-256 of the text in UTF-8, 64 lower-case hexadecimal digits
 */
public record ModelSource(String file, String text, String sha256) {
    /** The source with its hash computed. */
    public static ModelSource of(String file, String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return new ModelSource(file, text, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
