package org.backprop.installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Verifies jars. */
final class Checksums {
    private static final int CHUNK = 1 << 16;

    private Checksums() {}

    /** Compares a jar with the file {@code .sha1} beside it; without one, it must at least be a complete zip file. */
    static void verify(Path jar) throws IOException, InstallException {
        Path expected = jar.resolveSibling(jar.getFileName() + ".sha1");
        if (Files.exists(expected)) {
            if (!matches(jar, Files.readString(expected))) {
                throw new InstallException(jar + " is damaged: its SHA-1 is not that of " + expected.getFileName());
            }
            return;
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.size();
        } catch (ZipException e) {
            throw new InstallException(jar + " is damaged: " + e.getMessage(), e);
        }
    }

    /** Whether a file has the sum that the text begins with, in hexadecimal digits. */
    static boolean matches(Path file, String sum) throws IOException {
        return sum.strip().split("\\s")[0].equalsIgnoreCase(sha1(file));
    }

    private static String sha1(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
