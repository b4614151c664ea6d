package org.backprop.engine.bench;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.cli.Main;

/** Starts another JVM like this one. */
public final class ThisJvm {

    private ThisJvm() {}

    /** The command of a JVM with this one's version, options and class path that runs a Backprop command. */
    static List<String> command(String... arguments) {
        return command(List.of(), arguments);
    }

    /** The same with further options, without a debugger. */
    public static List<String> command(List<String> options, String... arguments) {
        List<String> command = command(System.getProperty("java.class.path"), Main.class.getName(), List.of(arguments));
        command.removeIf(option -> option.startsWith("-agentlib:jdwp") || option.startsWith("-Xrunjdwp"));
        command.addAll(1, options);
        return command;
    }

    /** The same for another program, found on {@code morePath} behind the class path of this JVM. */
    static List<String> programCommand(String morePath, String mainClass, String... arguments) {
        String path = System.getProperty("java.class.path") + File.pathSeparator + morePath;
        return command(path, mainClass, List.of(arguments));
    }

    private static List<String> command(String classPath, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(arguments);
        return command;
    }
}
