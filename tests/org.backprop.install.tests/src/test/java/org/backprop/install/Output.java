package org.backprop.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a process left behind.
 *
 * @param exitCode its exit code
 * @param text its standard output and error together
 */
record Output(int exitCode, String text) {
    static Output of(List<String> command, Path folder, long seconds) throws IOException, InterruptedException {
        Path log = Files.createTempFile("eclipse", ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                throw new AssertionError(command + " still runs after " + seconds + " s:\n" + Files.readString(log));
            }
            return new Output(process.exitValue(), Files.readString(log));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.delete(log);
        }
    }

    void requireSuccess() {
        if (exitCode != 0) {
            throw new AssertionError("exit code " + exitCode + ":\n" + text);
        }
    }
}
