package org.backprop.runlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Runs the readers that are not ours, where this machine has them. */
final class Python {
    private Python() {}

    /** Skips the calling test if {@code python3} is missing or cannot import all of {@code packages}. */
    static void assumeImports(Path folder, String... packages) throws IOException, InterruptedException {
        Path log = folder.resolve("import.log");
        int exit;
        try {
            exit = start(log, List.of("-c", "import " + String.join(", ", packages)))
                    .waitFor();
        } catch (IOException missing) {
            exit = -1;
        }
        assumeTrue(exit == 0, "skipped: python3 with " + String.join(", ", packages) + " is not installed");
    }

    /** Output of a script from the test resources. */
    static String run(Path folder, String script, Path... arguments)
            throws IOException, InterruptedException, URISyntaxException {
        URL resource = Objects.requireNonNull(Python.class.getResource(script), script);
        List<String> command = new ArrayList<>(List.of(Path.of(resource.toURI()).toString()));
        for (Path argument : arguments) {
            command.add(argument.toString());
        }
        Path log = folder.resolve(script + ".log");
        Process process = start(log, command);
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, process.waitFor(), () -> read(log));
        return output;
    }

    /** Output of a script that prints one JSON object. */
    static JsonObject json(Path folder, String script, Path... arguments)
            throws IOException, InterruptedException, URISyntaxException {
        return JsonParser.parseString(run(folder, script, arguments)).getAsJsonObject();
    }

    private static Process start(Path log, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("python3", "-W", "ignore"));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(log.toFile()).start();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
