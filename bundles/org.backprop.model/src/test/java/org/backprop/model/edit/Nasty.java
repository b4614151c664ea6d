package org.backprop.model.edit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Texts of model files that are hard to edit, and the samples. */
final class Nasty {

    private static final String BLOCK = """
            backprop: 1
            # a comment\twith a tab, and unicode: Grüße 😀
            data:   # the data
                digits: {samples: 100, seed: 1}
                split:
                    train: 80   # most
                    test: 20

            network:
                # before the list
                layers:
                # at the list
                - flatten
                # own line, deep
                     # and deeper
                - dense:
                    # first in the body
                    units: 8   # eight

                    activation: relu
                -   name: beside
                    dense: 7
                -
                    dense: {name: "quoted", units: 6}
                - dense:
                    name: 'single'
                    inputs:
                    - quoted   # the one before
                    units: 5
                - add: {inputs: [single, single]} # sum
                - dense: {units: 4}
                # the end of the list

            training:
                loss: cross_entropy
                optimizer: adam # by default
                epochs: 2

                pruning:
                    exclude: [quoted, dense_1]
            # the end""";

    private static final String FLOW = """
            {backprop: 1, data: {digits: {samples: 100, seed: 1}},  # data
             network: {freeze: [fc1], layers: [flatten, {dense: {name: fc1, units: 3}}, # first
               {dense: 4}, {"dense": {"units": 5, "name": "fc3"}}
               , # a comma on its own line
               {add: {inputs: [fc3, fc3], }},
             ]},
             training: {loss: cross_entropy, optimizer: {sgd: {learning_rate: 0.1}},
             # own line
             epochs: 1}}
            """;

    private static final String ANCHORS = """
            backprop: 1
            data: {digits: {samples: 100, seed: 1}}
            network:
              layers:
                - flatten
                - dense: &body {units: 8, activation: relu}
                - dense: *body
                - dense: {name: out, units: &ten 10, inputs: [dense_2]}
            training:
              loss: cross_entropy
              batch_size: *ten
              epochs: 3 # three
              optimizer:
                adam:
                  learning_rate: 0.1
            sweep:
              search: grid
              vary: {network.layers.out.units: [10, 20], training.epochs: [1, 2]}
              objective: accuracy/validation
            """;

    private Nasty() {}

    /** Hand-made texts with LF and with CR LF, with and without a last line end, and the samples. */
    static List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (String text : List.of(BLOCK, FLOW, ANCHORS)) {
            texts.add(text);
            texts.add(text.replace("\n", "\r\n"));
            texts.add(text.stripTrailing());
            texts.add("\uFEFF" + text);
        }
        try (Stream<Path> files = Files.walk(Path.of("../org.backprop.samples"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".nn.yaml")
                            && !path.toString().contains("target"))
                    .sorted()
                    .toList()) {
                texts.add(Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
