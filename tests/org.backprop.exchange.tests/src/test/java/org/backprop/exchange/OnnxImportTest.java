package org.backprop.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import org.backprop.model.DropoutLayer;
import org.backprop.model.DropoutScaling;
import org.backprop.model.Layer;
import org.backprop.model.LayerNormLayer;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxImportTest {

    private static final int CONFIGURATIONS = 4;

    @TempDir
    Path folder;

    static List<String> layers() {
        return Networks.layers();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void whatIsExportedAndImportedPredictsTheSame(String layer) throws Exception {
        int agreed = 0;
        for (int seed = 0; seed < CONFIGURATIONS; seed++) {
            Model model = new RandomLayer(layer, seed).model();
            if (isReadBack(model)) {
                assertRoundTrip(model, seed);
                agreed++;
            }
        }
        assertTrue(agreed > 0, "no configuration was tried");
    }

    /** What is written as arithmetic, for want of a node that ONNX Runtime takes, is no layer when it is read. */
    private static boolean isReadBack(Model model) throws ExchangeException {
        Shape input = new Shape(model.network().input());
        return new TrainedNetwork(model, input, new LinkedHashMap<>())
                .layers().stream().noneMatch(layer -> switch (layer.layer().spec()) {
                    case DropoutLayer dropout -> dropout.scaling() == DropoutScaling.TEST_TIME;
                    case LayerNormLayer norm -> layer.output().dims().getLast() == 1;
                    default -> false;
                });
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void functionsAreReadBackAsPartOfTheirLayer(Activation function) throws Exception {
        Model model = model("[{dense: {name: hidden, units: 4, activation: " + function.key()
                + "}}, {dense: {name: head, units: 3}}]");
        Model back = assertRoundTrip(model, 1).model();
        assertEquals(model.network().layers().stream().map(Layer::spec).toList(), specs(back));
    }

    private static List<?> specs(Model model) {
        return model.network().layers().stream().map(Layer::spec).toList();
    }

    /** Graphs as other exporters write them, by {@code onnx/fixtures.py}. */
    @ParameterizedTest
    @ValueSource(strings = {"image.onnx", "sequence.onnx"})
    void graphsOfOtherExportersPredictWhatOnnxRuntimePredicts(String name) throws Exception {
        Path file = Path.of(getClass().getResource("onnx/" + name).toURI());
        ImportedNetwork imported = NetworkImport.read(file);
        Model model = imported.model();
        float[] features = Networks.batch(model, new Random(4));
        float[] ours = new Predictions(Networks.of(imported), model.training().loss()).of(features);
        try (OnnxRuntime runtime = new OnnxRuntime(file)) {
            float[] theirs = runtime.predict("output", features, Networks.shape(model, Networks.BATCH));
            assertArrayEquals(theirs, ours, 1e-5f, () -> imported.text());
        }
    }

    @Test
    void theLossIsReadBackFromTheSecondOutput() throws Exception {
        Model model = ModelReader.read("m", text("[{dense: 3}]").replace("mse", "cross_entropy"))
                .model()
                .orElseThrow();
        assertEquals(
                model.training().loss(),
                assertRoundTrip(model, 1).model().training().loss());
    }

    @Test
    void damagedFilesAreRefusedOrGiveAWholeNetwork() throws Exception {
        Model model = model("[{dense: {units: 4, activation: relu}}, {dense: 2}]");
        Path file = exported(model, Networks.random(model, new Random(1)));
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(2);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] bytes = Arrays.copyOf(whole, i % 2 == 0 ? random.nextInt(whole.length) : whole.length);
            for (int hits = 0; hits < 3 && bytes.length > 0; hits++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Path damaged = Files.write(folder.resolve("damaged.onnx"), bytes);
            try {
                assertFalse(
                        NetworkImport.read(damaged).model().network().layers().isEmpty());
            } catch (IOException e) {
                refused++;
                assertFalse(e.getMessage().isBlank());
            }
        }
        assertTrue(refused > 150, "only " + refused + " were refused");
    }

    @Test
    void anOperationWithoutAnEqualIsRefusedByName() throws Exception {
        Model model = model("[{dense: 3}, {dropout: {name: scaled, rate: 0.5, scaling: test_time}}]");
        Path file = exported(model, Networks.random(model, new Random(1)));
        String message = assertThrows(ExchangeException.class, () -> NetworkImport.read(file))
                .getMessage();
        assertTrue(message.contains("Mul 'scaled/Mul'"), message);
    }

    private ImportedNetwork assertRoundTrip(Model model, int seed) throws Exception {
        Random random = new Random(seed);
        Network network = Networks.random(model, random);
        ImportedNetwork imported = NetworkImport.read(exported(model, network));
        float[] features = Networks.batch(model, random);
        assertArrayEquals(
                network.predict(features), Networks.of(imported).predict(features), 1e-5f, () -> imported.text());
        return imported;
    }

    private Path exported(Model model, Network network) throws IOException {
        Path file = folder.resolve("network.onnx");
        OnnxExport.write(Networks.trained(model, network), file);
        return file;
    }

    private static Model model(String layers) {
        return ModelReader.read("test.nn.yaml", text(layers)).model().orElseThrow();
    }

    private static String text(String layers) {
        return "backprop: 1\ndata: {csv: none.csv}\nnetwork: {input: [5], layers: %s}\ntraining: {loss: mse}\n"
                .formatted(layers);
    }
}
