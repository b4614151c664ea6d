package org.backprop.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

import org.backprop.engine.network.Network;
import org.backprop.engine.network.RandomLayer;
import org.backprop.engine.train.Predictions;
import org.backprop.exchange.onnx.OnnxExport;
import org.backprop.model.Activation;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxExportTest {

    private static final int CONFIGURATIONS = 6;
    private static final double TOLERANCE = 1e-5;

    @TempDir
    Path folder;

    static List<String> layers() {
        return Networks.layers();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void onnxRuntimePredictsWhatTheEnginePredicts(String layer) throws Exception {
        for (int seed = 0; seed < CONFIGURATIONS; seed++) {
            assertAgreement(new RandomLayer(layer, seed).model(), seed);
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void onnxRuntimeComputesTheSameFunctions(Activation function) throws Exception {
        assertAgreement(model("[7]", "[{activation: " + function.key() + "}]", "mse"), 1);
        assertAgreement(model("[7]", "[{dense: {units: 5, activation: " + function.key() + "}}]", "mse"), 2);
    }

    @Test
    void graphsWithSeveralPathsAgree() throws Exception {
        assertAgreement(model("[2, 6, 6]", """
                        [{conv2d: {name: a, filters: 3, kernel: 3, padding: same, activation: relu}},
                         {conv2d: {name: b, inputs: a, filters: 3, kernel: 1}}, {batch_norm: {name: n}},
                         {add: {inputs: [a, n], activation: relu}}, {dropout: 0.5}, {max_pool2d: 2},
                         {global_avg_pool: {name: g}}, {dense: 4}]""", "cross_entropy"), 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross_entropy", "{bce: {from_logits: true}}", "nll"})
    void theSecondOutputIsWhatAPredictionShows(String loss) throws Exception {
        Model model = model(
                "[4]", "[{dense: {units: 3" + (loss.equals("nll") ? ", activation: log_softmax}}]" : "}}]"), loss);
        Random random = new Random(5);
        Network network = Networks.random(model, random);
        float[] features = Networks.batch(model, random);
        try (OnnxRuntime runtime = new OnnxRuntime(exported(model, network))) {
            float[] shown = new Predictions(network, model.training().loss()).of(features);
            float[] theirs = runtime.predict(OnnxExport.PROBABILITIES, features, Networks.shape(model, Networks.BATCH));
            assertArrayEquals(shown, theirs, (float) TOLERANCE);
        }
    }

    @Test
    void aNetworkWithoutItsWeightsIsRefusedByName() {
        Model model = model("[4]", "[{dense: {name: head, units: 3}}]", "mse");
        TrainedNetwork empty =
                new TrainedNetwork(model, new Shape(model.network().input()), new LinkedHashMap<>());
        ExchangeException refused =
                assertThrows(ExchangeException.class, () -> OnnxExport.write(empty, folder.resolve("empty.onnx")));
        assertTrue(refused.getMessage().contains("head.weight"), refused.getMessage());
        assertEquals(0, folder.toFile().list().length);
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        Model model = model("[4]", "[{dense: 3}]", "mse");
        TrainedNetwork network = Networks.trained(model, Networks.compile(model));
        Path missing = folder.resolve("missing");
        ExchangeException refused =
                assertThrows(ExchangeException.class, () -> OnnxExport.write(network, missing.resolve("a.onnx")));
        assertEquals(missing + ": no such folder", refused.getMessage());
    }

    private void assertAgreement(Model model, int seed) throws Exception {
        Random random = new Random(seed);
        Network network = Networks.random(model, random);
        float[] features = Networks.batch(model, random);
        float[] ours = network.predict(features);
        Path file = exported(model, network);
        try (OnnxRuntime runtime = new OnnxRuntime(file)) {
            float[] theirs = runtime.predict(OnnxExport.OUTPUT, features, Networks.shape(model, Networks.BATCH));
            assertClose(ours, theirs, model);
            float[] one = Arrays.copyOf(features, features.length / Networks.BATCH);
            assertClose(
                    Arrays.copyOf(ours, ours.length / Networks.BATCH),
                    runtime.predict(OnnxExport.OUTPUT, one, Networks.shape(model, 1)),
                    model);
        }
        Files.delete(file);
    }

    private Path exported(Model model, Network network) throws Exception {
        Path file = folder.resolve("network.onnx");
        OnnxExport.write(Networks.trained(model, network), file);
        return file;
    }

    private static void assertClose(float[] expected, float[] actual, Model model) {
        assertEquals(expected.length, actual.length, () -> model.network().toString());
        for (int i = 0; i < expected.length; i++) {
            double allowed = TOLERANCE * Math.max(1, Math.abs(expected[i]));
            assertEquals(expected[i], actual[i], allowed, () -> model.network().toString());
        }
    }

    private static Model model(String input, String layers, String loss) {
        String text = "backprop: 1\ndata: {csv: none.csv}\nnetwork: {input: %s, layers: %s}\ntraining: {loss: %s}\n"
                .formatted(input, layers, loss);
        return ModelReader.read("test.nn.yaml", text)
                .model()
                .orElseThrow(() -> new AssertionError(
                        ModelReader.read("test.nn.yaml", text).problems()));
    }
}
