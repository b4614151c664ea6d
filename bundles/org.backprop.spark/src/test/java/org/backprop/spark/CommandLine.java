package org.backprop.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.backprop.engine.cli.Main;

/**
 * The command line in a JVM of its own, as {@code ./backprop} starts it with {@code --spark}.
 *
 * @param process the JVM
 * @param output what it prints, errors among it
 */
record CommandLine(Process process, Path output) {
    private static final long TIMEOUT_SECONDS = 240;
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    static CommandLine start(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-modules=jdk.incubator.vector",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        if (Runtime.version().feature() < 23) {
            command.remove(2);
        }
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "out", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new CommandLine(process, output);
    }

    /** The exit code. */
    int await() throws IOException, InterruptedException {
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after " + TIMEOUT_SECONDS + " s: " + printed());
        }
        return process.exitValue();
    }

    String printed() throws IOException {
        return Files.readString(output);
    }

    /** Waits until something became true, which must happen before the process ends. */
    void awaitThat(String what, BooleanSupplier condition) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (!condition.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new AssertionError("never: " + what + "; " + printed());
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Kills one of the executors of this driver. */
    void killAnExecutor() {
        SparkHome.executors(process.toHandle()).getFirst().destroyForcibly();
    }
}
