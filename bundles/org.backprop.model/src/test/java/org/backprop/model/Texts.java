package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

/** Model files for the tests. */
final class Texts {

    /** A complete file that says everything. */
    static final String DIGITS = """
            backprop: 1
            name: digits-mlp
            data:
              digits: {samples: 70000, seed: 7}
              split: {train: 60000, validation: 10000, test: 0, seed: 3, stratified: true}
            network:
              input: [1, 28, 28]
              layers:
                - flatten
                - dense: {name: hidden, units: 128, activation: relu}
                - dropout: 0.2
                - dense: 64
                - activation: relu
                - dense: {units: 10, bias: false}
                  name: last
                  inputs: [activation_1]
                - activation: log_softmax
            training:
              loss: nll
              optimizer: {adam: {learning_rate: 0.01, beta1: 0.8, beta2: 0.99, epsilon: 1.0e-7, weight_decay: 0.1}}
              batch_size: 32
              epochs: 3
              shuffle: false
              seed: 42
            """;

    /** The shortest valid file. */
    static final String SHORT = """
            backprop: 1
            data: digits
            network:
              layers: [flatten, {dense: 10}]
            training: {loss: cross_entropy}
            """;

    private Texts() {}

    static Analysis read(String text) {
        return ModelReader.read("test.nn.yaml", text);
    }

    static Analysis read(String text, Map<String, String> overrides) {
        return ModelReader.read("test.nn.yaml", null, text, overrides);
    }

    /** The model of a text without any problem. */
    static Model model(String text) {
        Analysis analysis = read(text);
        assertEquals(
                List.of(), analysis.problems().stream().map(Problem::format).toList());
        return analysis.model().orElseThrow();
    }

    /** A file with these layers, indented by four spaces. */
    static String layers(String layers) {
        return """
        backprop: 1
        data: digits
        network:
          layers:
        """ + layers.indent(4) + """
        training: {loss: cross_entropy}
        """;
    }

    /** A valid file with this training section. */
    static String training(String training) {
        return SHORT.replace("training: {loss: cross_entropy}", "training: " + training);
    }
}
