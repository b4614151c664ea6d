package org.backprop.engine.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The command line in a JVM of its own, as a user runs it. */
final class Backprop {
    private static final long TIMEOUT_SECONDS = 240;
    private static final int FILE_SIZE_UNIT = 512; // of ulimit, by POSIX
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final Path folder;

    Backprop(Path folder) {
        this.folder = folder;
    }

    /** What a finished command left behind. */
    record Result(int exitCode, String out, String err) {}

    /** A command under way. */
    record Running(Process process, Path out, Path err) {
        Result await() throws IOException, InterruptedException {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after " + TIMEOUT_SECONDS + " s: " + Files.readString(out));
            }
            return new Result(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
        }

        /** Waits until something became true, which must happen before the process ends. */
        void awaitThat(String what, BooleanSupplier condition) throws IOException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
            while (!condition.getAsBoolean()) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    process.destroyForcibly();
                    throw new AssertionError("never: " + what + "; " + Files.readString(out) + Files.readString(err));
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
        }
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        return start(Map.of(), arguments).await();
    }

    Running start(Map<String, String> environment, String... arguments) throws IOException {
        ProcessBuilder builder = builder(arguments);
        builder.environment().putAll(environment);
        return start(builder);
    }

    /** Starts the command with its output in pipes. */
    Process piped(String... arguments) throws IOException {
        return builder(arguments).start();
    }

    /** Runs the command with a limit on the size of each file that it writes, which it meets as a disk that is full. */
    Result withFilesOfAtMost(int bytes, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = builder(arguments);
        List<String> limited =
                new ArrayList<>(List.of("sh", "-c", "ulimit -f " + bytes / FILE_SIZE_UNIT + " && exec \"$@\"", "sh"));
        limited.addAll(builder.command());
        return start(builder.command(limited)).await();
    }

    private Running start(ProcessBuilder builder) throws IOException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        return new Running(builder.start(), out, err);
    }

    /** Compiles and runs a program in one file, with the class path of this JVM. */
    Result program(Path source) throws IOException, InterruptedException {
        return start(launcher(source.toString())).await();
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> all = new ArrayList<>(List.of(Main.class.getName()));
        all.addAll(List.of(arguments));
        return launcher(all.toArray(String[]::new));
    }

    private ProcessBuilder launcher(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules=" + modules(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(folder.toFile());
    }

    /** The Vector API where this JVM has been started with it. */
    private static String modules() {
        String vectors = "jdk.incubator.vector";
        return ModuleLayer.boot().findModule(vectors).isPresent() ? vectors : "java.base";
    }
}
