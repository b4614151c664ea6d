package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelWriterTest {

    static List<String> files() {
        return List.of(
                Texts.DIGITS,
                Texts.SHORT,
                Texts.BRANCHES,
                Texts.SWEEP,
                Texts.training("{loss: mse, pruning: {sparsity: 0.5}}"),
                Texts.training("{loss: mse, pruning: {criterion: taylor, sparsity: 0.5, exclude: [a*]}}")
                        .replace("{dense: 10}", "{dense: {name: ab, units: 5}}, {dense: 10}"),
                Texts.training("{loss: mse, batch_size: full, optimizer: {sgd: {momentum: 0.9, learning_rate: 2}}}"),
                Texts.SHORT
                        .replace("data: digits", "data: {csv: {path: 'a \"b\".csv', target: 'x'}, split: {train: 1}}")
                        .replace("network:", "network:\n  weights: w.safetensors"),
                Texts.DIGITS.replace(
                        "input:",
                        "weights: w.safetensors\n  mapping: {last: fc, dense_2.bias: b}\n  freeze: [hid*]\n  input:"),
                Texts.SHORT.replace("data: digits", "data: {idx: mnist, split: {train: 7, test: 2}}"),
                Texts.SHORT.replace(
                        "{dense: 10}",
                        "{dense: {units: 10, initializer: {he: {mode: fan_out}}, bias_initializer: {constant: -1}}}"),
                Texts.SHORT.replace("data: digits", "data: {images: {path: a, size: [8, 9]}, normalize: min_max}"),
                Texts.SHORT.replace("[flatten, ", "[{reshape: [28, 28]}, {bidirectional: {layer: {gru: 4}}}, "),
                Texts.SHORT.replace("data: digits", "data: {npz: {path: a.npz, features: f}, normalize: none}"),
                Texts.SHORT.replace(
                        "data: digits",
                        "data: {digits: 9, augmentation: [flip: {vertical: 1}, rotate: 5, crop, mixup: {alpha: 1}]}"),
                Texts.training(
                        "{loss: {cross_entropy: {class_weights: [1, 2, 3, 4, 5, 6, 7, 8, 9, 0.5]}}, metrics: [f1, {top_k: 3}]}"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void theResolvedConfigurationReadsAsTheSameModel(String text) {
        Model model = ModelReader.read("test.nn.yaml", text).model().orElseThrow();
        Map<String, Object> resolved = ModelWriter.resolved(model);
        Model again = ModelReader.read("other.nn.yaml", json(resolved)).model().orElseThrow();
        assertEquals(resolved, ModelWriter.resolved(again));
        assertEquals(model.name(), again.name());
        assertEquals(model.data(), again.data());
        assertEquals(model.training(), again.training());
        assertEquals(model.network().mapping(), again.network().mapping());
        assertEquals(model.network().freeze(), again.network().freeze());
        assertEquals(
                model.network().layers().stream()
                        .map(ModelWriterTest::withoutPosition)
                        .toList(),
                again.network().layers().stream()
                        .map(ModelWriterTest::withoutPosition)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void theTextReadsAsTheSameModelAndLeavesDefaultsOut(String text) {
        Model model = ModelReader.read("test.nn.yaml", text).model().orElseThrow();
        String written = ModelWriter.text(model);
        Model again = ModelReader.read("other.nn.yaml", written).model().orElseThrow();
        assertEquals(ModelWriter.resolved(model), ModelWriter.resolved(again));
        assertFalse(written.contains("stratified: false"), written);
    }

    @Test
    void theTextIsAsAPersonWouldWriteIt() {
        String text = """
                backprop: 1
                name: test
                data:
                  digits: {samples: 600, seed: 3}
                  split: {train: 400, validation: 100, test: 100}
                network:
                  input: [1, 28, 28]
                  layers:
                    - flatten
                    - dense: {name: hidden, units: 16, activation: relu}
                    - dropout: 0.2
                    - dense: {name: scores, units: 10}
                    - activation: log_softmax
                training:
                  loss: nll
                  optimizer: {sgd: {learning_rate: 0.00025, momentum: 0.9}}
                  batch_size: 32
                  metrics: [f1, {top_k: 3}]
                """;
        Model model = ModelReader.read("test.nn.yaml", text).model().orElseThrow();
        assertEquals(text, ModelWriter.text(model));
    }

    private static Layer withoutPosition(Layer layer) {
        return new Layer(layer.name(), layer.inputs(), layer.spec(), Position.START);
    }

    static String json(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(e -> json(e.getKey()) + ": " + json(e.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list -> list.stream().map(ModelWriterTest::json).collect(Collectors.joining(", ", "[", "]"));
            case String text -> '"' + text.replace("\"", "\\\"") + '"';
            default -> String.valueOf(value);
        };
    }
}
