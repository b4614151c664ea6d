package org.backprop.core.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/** Asks the trainer what only it knows. It is started for that, which takes a second. */
public final class TrainerQuestion {
    private static final String MEMORY = "training it needs ";
    private static final int POLL_MILLIS = 50;

    private TrainerQuestion() {}

    /**
     * Returns how much memory a training will need, in a sentence; empty if its data does not tell before it is read.
     *
     * @throws CoreException if the trainer cannot be started
     */
    public static Optional<String> memory(TrainingSetup setup, IProgressMonitor monitor) throws CoreException {
        var arguments = new ArrayList<>(setup.vmArguments());
        int afterOptions = arguments.size();
        arguments.addAll(List.of("check", setup.modelFile().toString()));
        setup.data().ifPresent(data -> arguments.addAll(List.of("--data", data.toString())));
        setup.overrides().forEach((path, value) -> arguments.addAll(List.of("--set", path + "=" + value)));
        return ask(
                        List.of(),
                        arguments.subList(0, afterOptions),
                        arguments.subList(afterOptions, arguments.size()),
                        monitor)
                .stream()
                .filter(line -> line.startsWith(MEMORY))
                .map(line -> line.substring(MEMORY.length()))
                .findFirst();
    }

    /**
     * Returns what the trainer prints about the backends of this machine.
     *
     * @param jars further jars on its class path
     * @throws CoreException if the trainer cannot be started
     */
    public static List<String> probe(List<Path> jars, IProgressMonitor monitor) throws CoreException {
        return ask(jars, List.of("--add-modules", "ALL-SYSTEM"), List.of("probe"), monitor);
    }

    private static List<String> ask(
            List<Path> jars, List<String> options, List<String> arguments, IProgressMonitor monitor)
            throws CoreException {
        JavaChoice java = JavaChoice.now().orElseThrow(() -> LaunchProblem.NO_JAVA.with(JavaRuntime.OLDEST));
        TrainerProgram program =
                TrainerProgram.installed(LaunchAttributes.DEFAULT_BACKEND).and(jars);
        var line = new ArrayList<String>();
        line.add(java.java().executable().toString());
        line.addAll(options);
        line.add("--enable-native-access=ALL-UNNAMED");
        line.addAll(List.of("-cp", program.pathArgument(), program.mainClass()));
        line.addAll(arguments);
        try {
            return read(new ProcessBuilder(line).redirectErrorStream(true).start(), monitor);
        } catch (IOException notStarted) {
            throw LaunchProblem.NOT_STARTED.because(notStarted, notStarted.getLocalizedMessage());
        }
    }

    private static List<String> read(Process process, IProgressMonitor monitor) throws IOException {
        var lines = new ArrayList<String>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            while (!monitor.isCanceled() && (process.isAlive() || out.ready())) {
                if (out.ready()) {
                    lines.add(out.readLine());
                } else {
                    process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
        return lines;
    }
}
