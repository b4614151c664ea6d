package org.backprop.core.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.backprop.runlog.run.CrashLog;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IProcess;

/**
 * The command that starts a trainer.
 *
 * @param java the virtual machine that runs it
 * @param line the complete command line, the executable first
 * @param workingDirectory absolute path of the folder it starts in
 */
record TrainerCommand(JavaRuntime java, List<String> line, Path workingDirectory) {
    static final String CONSOLE_ENCODING = "UTF-8";

    private static final int UNSAFE_ACCESS_FLAG_SINCE = 23;

    TrainerCommand {
        line = List.copyOf(line);
    }

    static TrainerCommand of(JavaRuntime java, TrainerProgram program, TrainingSetup setup) {
        var line = new ArrayList<String>();
        line.add(java.executable().toString());
        line.addAll(flags(java));
        line.addAll(List.of(CrashLog.option(setup.runs()), "-XX:-CreateCoredumpOnCrash"));
        line.addAll(setup.vmArguments());
        line.add("-cp");
        line.add(program.pathArgument());
        line.add(program.mainClass());
        line.addAll(TrainerArguments.of(setup, OtherTrainings.count()));
        return new TrainerCommand(java, line, setup.projectFolder());
    }

    /** Returns the line quoted for a shell. */
    String rendered() {
        return DebugPlugin.renderArguments(line.toArray(String[]::new), null);
    }

    /** The attributes of the process that runs it. */
    Map<String, String> attributes() {
        return Map.of(
                IProcess.ATTR_PROCESS_TYPE,
                LaunchAttributes.PROCESS_TYPE,
                IProcess.ATTR_CMDLINE,
                rendered(),
                DebugPlugin.ATTR_WORKING_DIRECTORY,
                workingDirectory.toString(),
                DebugPlugin.ATTR_PATH,
                java.executable().toString(),
                DebugPlugin.ATTR_LAUNCH_TIMESTAMP,
                Long.toString(System.currentTimeMillis()));
    }

    /** The options of the virtual machine that every trainer needs. */
    static List<String> flags(JavaRuntime java) {
        var flags = new ArrayList<String>();
        flags.add("-Dstdout.encoding=" + CONSOLE_ENCODING);
        flags.add("-Dstderr.encoding=" + CONSOLE_ENCODING);
        flags.add("-Djava.awt.headless=true");
        flags.add("--enable-native-access=ALL-UNNAMED");
        if (java.feature() >= UNSAFE_ACCESS_FLAG_SINCE) {
            flags.add("--sun-misc-unsafe-memory-access=allow");
        }
        if (java.feature() >= JavaRuntime.PREFERRED) {
            flags.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        }
        return flags;
    }
}
