package org.backprop.core.launch;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An installed Java virtual machine.
 *
 * @param home its {@code java.home}, which holds {@code bin/java}
 * @param feature its feature release, such as 21 or 25
 */
public record JavaRuntime(Path home, int feature) {
    /** The oldest feature release that runs the trainer. */
    public static final int OLDEST = 21;

    /** The feature release from which on the trainer may use all of its kernels. */
    public static final int PREFERRED = 25;

    private static final Pattern FEATURE = Pattern.compile("\"?(?:1\\.)?(\\d+).*");

    /** Returns the virtual machine that runs this code. */
    public static JavaRuntime running() {
        return new JavaRuntime(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /** Reads the {@code release} file of {@code home}; empty if there is no usable virtual machine. */
    public static Optional<JavaRuntime> at(Path home) {
        var release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.isExecutable(executable(home))) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(release)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        Matcher version = FEATURE.matcher(properties.getProperty("JAVA_VERSION", ""));
        return version.matches()
                ? Optional.of(new JavaRuntime(home, Integer.parseInt(version.group(1))))
                : Optional.empty();
    }

    /** Returns the launcher, {@code bin/java} or {@code bin/java.exe}. */
    public Path executable() {
        return executable(home);
    }

    private static Path executable(Path home) {
        var windows = home.resolve("bin").resolve("java.exe");
        return Files.exists(windows) ? windows : home.resolve("bin").resolve("java");
    }
}
