package org.backprop.model.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What workspace paths and variables mean without a workspace. A project is the nearest folder around the launch file
 * that has its name, or whose {@code .project} file does, or a folder of its name inside one of these; the folder around
 * it stands for the workspace.
 *
 * @param launchFile absolute path of the launch file
 * @param project folder of the model's project
 * @param environment the environment variables
 */
record LaunchPlaces(Path launchFile, Path project, Map<String, String> environment) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}:]*)(?::([^}]*))?\\}");
    private static final Pattern NAME = Pattern.compile("<name>\\s*([^<]*?)\\s*</name>");

    static LaunchPlaces around(Path launchFile, String projectName, Map<String, String> environment)
            throws LaunchFileException {
        Path file = launchFile.toAbsolutePath().normalize();
        Path project = find(file, projectName)
                .orElseThrow(() -> new LaunchFileException(
                        launchFile,
                        "no folder around it is the project \"" + projectName + "\"; keep the file in that project"));
        return new LaunchPlaces(file, project, environment);
    }

    private static Optional<Path> find(Path file, String name) {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (isProject(folder, name)) {
                return Optional.of(folder);
            }
            Path inside = folder.resolve(name);
            if (isProject(inside, name) && Files.isDirectory(inside)) {
                return Optional.of(inside);
            }
        }
        return Optional.empty();
    }

    private static boolean isProject(Path folder, String name) {
        Path description = folder.resolve(".project");
        if (Files.isRegularFile(description)) {
            try {
                Matcher matcher = NAME.matcher(Files.readString(description));
                return matcher.find() && matcher.group(1).equals(name);
            } catch (IOException unreadable) {
                return false;
            }
        }
        return folder.getFileName() != null && folder.getFileName().toString().equals(name);
    }

    /** The file at a workspace path, such as {@code /project/model.nn.yaml}. */
    Path resource(String workspacePath) throws LaunchFileException {
        String path = workspacePath.replaceFirst("^/+", "");
        int end = path.indexOf('/');
        String name = end < 0 ? path : path.substring(0, end);
        String rest = end < 0 ? "" : path.substring(end + 1);
        Path folder =
                isProject(project, name) ? project : find(launchFile, name).orElse(project.resolveSibling(name));
        return folder.resolve(rest).normalize();
    }

    /** The text with its variables replaced. */
    String substitute(String text) throws LaunchFileException {
        Matcher matcher = VARIABLE.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(result, Matcher.quoteReplacement(value(matcher.group(1), matcher.group(2))));
        }
        return matcher.appendTail(result).toString();
    }

    private String value(String variable, String argument) throws LaunchFileException {
        return switch (variable) {
            case "workspace_loc" ->
                (argument == null ? project.toAbsolutePath().getParent() : resource(argument)).toString();
            case "project_loc" -> (argument == null ? project : resource(argument)).toString();
            case "resource_loc" -> resource(argument == null ? "" : argument).toString();
            case "project_name" -> project.getFileName().toString();
            case "env_var" -> environmentVariable(argument);
            default ->
                throw new LaunchFileException(
                        launchFile,
                        "the variable ${" + variable
                                + "} has no meaning outside of the IDE; use ${project_loc}, ${workspace_loc} or ${env_var:NAME}");
        };
    }

    private String environmentVariable(String name) throws LaunchFileException {
        String value = environment.get(name);
        if (value == null) {
            throw new LaunchFileException(launchFile, "the environment variable " + name + " is not set");
        }
        return value;
    }
}
