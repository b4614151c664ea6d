package org.backprop.engine.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.backprop.model.launch.LaunchFile;
import org.backprop.model.launch.LaunchFileException;

/** Turns {@code train FILE.launch} into the command that the IDE would run for it. */
final class LaunchArguments {
    private LaunchArguments() {}

    /** The arguments with the first launch file among them replaced by what it says; options beside it win. */
    static String[] expand(String[] arguments, Map<String, String> environment)
            throws IOException, LaunchFileException {
        List<String> given = Arrays.asList(arguments);
        int at = given.stream()
                .filter(argument -> argument.endsWith(LaunchFile.SUFFIX))
                .mapToInt(given::indexOf)
                .findFirst()
                .orElse(-1);
        if (at < 1 || !given.getFirst().equals("train") || given.get(at - 1).startsWith("-")) {
            return arguments;
        }
        List<String> expanded = new ArrayList<>(given.subList(0, at));
        expanded.addAll(of(LaunchFile.read(Path.of(given.get(at)), environment), given));
        expanded.addAll(given.subList(at + 1, given.size()));
        return expanded.toArray(String[]::new);
    }

    private static List<String> of(LaunchFile launch, List<String> given) {
        List<String> arguments = new ArrayList<>();
        launch.resume().ifPresentOrElse(run -> add(arguments, given, "--resume", run.toString()), () -> {
            arguments.add(launch.model().toString());
            add(arguments, given, "--runs", launch.runs().toString());
        });
        launch.data().ifPresent(data -> add(arguments, given, "--data", data.toString()));
        new TreeMap<>(launch.options()).forEach((name, value) -> add(arguments, given, "--" + name, value));
        launch.overrides().forEach((path, value) -> {
            arguments.add("--set");
            arguments.add(path + "=" + value);
        });
        if (!launch.vmArguments().isEmpty()) {
            Warnings.print(
                    "the arguments of the virtual machine in the launch file are for the IDE: " + launch.vmArguments());
        }
        return arguments;
    }

    private static void add(List<String> arguments, List<String> given, String option, String value) {
        if (given.stream().noneMatch(argument -> argument.equals(option) || argument.startsWith(option + "="))) {
            arguments.add(option);
            arguments.add(value);
        }
    }
}
