package org.backprop.engine.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A small model file in a folder of its own. */
final class TrainingFixture {
    static final String MODEL = """
            backprop: 1
            name: tiny
            data:
              digits: {samples: 600, seed: 3}
              split: {train: 400, validation: 100, test: 100}
            network:
              layers:
                - flatten
                - dense: {name: hidden, units: 16, activation: relu}
                - dropout: 0.2
                - dense: {name: scores, units: 10}
                - activation: log_softmax
            training:
              loss: nll
              optimizer: adam
              batch_size: 32
              epochs: 3
              seed: 7
            """;

    private TrainingFixture() {}

    static Path write(Path folder) throws IOException {
        return Files.writeString(folder.resolve("tiny.nn.yaml"), MODEL);
    }

    /** The run folders in {@code runs}, which need not exist. */
    static List<Path> runs(Path folder) {
        Path runs = folder.resolve("runs");
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(runs)) {
            return found.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path onlyRun(Path folder) {
        List<Path> runs = runs(folder);
        if (runs.size() != 1) {
            throw new AssertionError("expected one run, found " + runs);
        }
        return runs.getFirst();
    }
}
