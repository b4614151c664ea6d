package org.backprop.spark;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.spark.TaskContext;
import org.backprop.engine.cli.Main;

/** Starts the process of a trial on an executor, with the jars that the executor has got from the driver. */
final class TrialProcesses {
    private static final int UNSAFE_IS_REPORTED = 23;

    private TrialProcesses() {}

    /** Starts {@code backprop trial}, which ends when its standard input does. */
    static Process start(Path sweep, int number, Path output) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        if (Runtime.version().feature() >= UNSAFE_IS_REPORTED) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        command.add("-XX:ActiveProcessorCount=" + Math.max(1, TaskContext.get().cpus()));
        command.add(Configuration.NO_LOG);
        command.addAll(List.of("-cp", classPath(), Main.class.getName(), "trial"));
        command.addAll(List.of(sweep.toString(), Integer.toString(number)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static String classPath() {
        return Main.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }
}
