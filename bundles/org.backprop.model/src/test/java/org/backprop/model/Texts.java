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

    /** A complete file with every layer that {@link #DIGITS} does not have. */
    static final String BRANCHES = """
            backprop: 1
            data: digits
            network:
              input: [28, 28]
              layers:
                - conv2d: {name: stem, filters: 8, kernel: [5, 3], stride: 2, padding: same, bias: false}
                - batch_norm: {momentum: 0.2, epsilon: 1.0e-3}
                - activation: relu
                - max_pool2d: {name: pool, size: 3, stride: 1, padding: 1}
                - conv2d: {filters: 8, kernel: 3, padding: [2, 2], dilation: 2, groups: 4, activation: relu}
                - conv2d: {name: block, filters: 8, kernel: [1, 2], padding: same}
                - add: {inputs: [pool, block], activation: relu}
                - avg_pool2d: [2, 1]
                - global_avg_pool
                - lstm: {name: rows, units: 6, return_sequences: true, inputs: [input]}
                - lstm: {name: state, units: 8, bias: false}
                - add: {name: joined}
                  inputs: [global_avg_pool_1, state]
                - dense: 10
            training: {loss: cross_entropy}
            """;

    /** A complete file that takes weights over, chooses initial ones, and measures more than usual. */
    static final String TRANSFER = """
            backprop: 1
            data: digits
            network:
              weights: base.safetensors
              mapping: {hidden: net.fc1, out.bias: fc2.bias}
              freeze: [hid*, flatten_1]
              layers:
                - flatten
                - dense: {name: hidden, units: 8, initializer: {he: {distribution: normal, mode: fan_out}}}
                - dense: {name: out, units: 10, initializer: orthogonal, bias_initializer: {constant: 0.1}}
            training:
              loss: {cross_entropy: {label_smoothing: 0.1, class_weights: [1, 1, 1, 1, 1, 1, 1, 1, 1, 0.5]}}
              metrics: [f1, top_k: {k: 3}, confusion_matrix]
            """;

    /** The shortest valid file. */
    static final String SHORT = """
            backprop: 1
            data: digits
            network:
              layers: [flatten, {dense: 10}]
            training: {loss: cross_entropy}
            """;

    /** A complete file with a sweep of three listed values, a range and two seeds. */
    static final String SWEEP = """
            backprop: 1
            data: {digits: 100, split: {validation: 0.2}}
            network:
              layers: [flatten, {dense: 10}]
            training: {loss: cross_entropy, optimizer: sgd}
            sweep:
              search: {successive_halving: {trials: 9, eta: 3, min_epochs: 2, seed: 5}}
              seeds: [1, 2]
              vary:
                training.optimizer: [sgd, {sgd: {momentum: 0.9}}, 'adam']
                training.optimizer.learning_rate: {log_uniform: [0.001, 0.1]}
                training.batch_size: {integer: [16, 64]}
              objective: accuracy/validation
              target: {metric: loss/validation, value: 0.3}
              parallel: 2
            """;

    private Texts() {}

    /** A file with this sweep section, indented by two spaces. */
    static String sweep(String section) {
        return SWEEP.substring(0, SWEEP.indexOf("sweep:")) + "sweep:\n" + section.indent(2);
    }

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

    /** A file with an input of this shape, these layers, indented by four spaces, and data that nothing is known of. */
    static String shaped(String input, String layers) {
        return layers(layers)
                .replace("data: digits", "data: {csv: none.csv}")
                .replace("network:", "network:\n  input: " + input)
                .replace("cross_entropy", "mse");
    }

    /** The shapes and counts of a network with this input and these layers, which have no problem. */
    static NetworkSummary summary(String input, String layers) {
        Analysis analysis = read(shaped(input, layers));
        assertEquals(
                List.of(), analysis.problems().stream().map(Problem::format).toList());
        return analysis.network().orElseThrow();
    }

    /** A valid file with this training section. */
    static String training(String training) {
        return SHORT.replace("training: {loss: cross_entropy}", "training: " + training);
    }
}
