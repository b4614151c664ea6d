package org.backprop.core.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.CoreException;

/** Starts commands of the trainer other than a training, each in a virtual machine of its own. */
public final class TrainerTool {
    private TrainerTool() {}

    /**
     * Starts a command on the native backend.
     *
     * @param folder where it starts
     * @param arguments as for {@code ./backprop}
     * @throws CoreException if it cannot be started; the message says what is missing
     */
    public static Process start(Path folder, List<String> arguments) throws CoreException {
        JavaChoice java = JavaChoice.now().orElseThrow(() -> LaunchProblem.NO_JAVA.with(JavaRuntime.OLDEST));
        TrainerProgram program = TrainerProgram.installed(LaunchAttributes.DEFAULT_BACKEND);
        var line = new ArrayList<String>();
        line.add(java.java().executable().toString());
        line.addAll(TrainerCommand.flags(java.java()));
        line.addAll(List.of("-cp", program.pathArgument(), program.mainClass()));
        line.addAll(arguments);
        try {
            return new HushedProcess(
                    new ProcessBuilder(line).directory(folder.toFile()).start());
        } catch (IOException notStarted) {
            throw LaunchProblem.NOT_STARTED.because(notStarted, notStarted.getLocalizedMessage());
        }
    }
}
