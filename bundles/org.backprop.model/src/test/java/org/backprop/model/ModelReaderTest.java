package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class ModelReaderTest {

    @Test
    void bindsEveryKeyOfACompleteFile() {
        Model model = Texts.model(Texts.DIGITS);
        assertEquals("digits-mlp", model.name());
        assertEquals(new DataSection(new DigitsData(70000, 7), new Split(60000, 10000, 0, 3, true)), model.data());
        assertEquals(List.of(1, 28, 28), model.network().input());
        assertEquals(Optional.empty(), model.network().weights());
        assertEquals(
                new TrainingSection(new NllLoss(), new Adam(0.01, 0.8, 0.99, 1e-7, 0.1), 32, 3, false, 42),
                model.training());
    }

    @Test
    void bindsLayersInShortAndLongForm() {
        List<Layer> layers = Texts.model(Texts.DIGITS).network().layers();
        assertEquals(
                List.of(
                        new FlattenLayer(),
                        new DenseLayer(128, Activation.RELU, true),
                        new DropoutLayer(0.2),
                        new DenseLayer(64, Activation.LINEAR, true),
                        new ActivationLayer(Activation.RELU),
                        new DenseLayer(10, Activation.LINEAR, false),
                        new ActivationLayer(Activation.LOG_SOFTMAX)),
                layers.stream().map(Layer::spec).toList());
    }

    @Test
    void namesLayersByTypeAndCountAndResolvesInputs() {
        List<Layer> layers = Texts.model(Texts.DIGITS).network().layers();
        assertEquals(
                List.of("flatten_1", "hidden", "dropout_1", "dense_2", "activation_1", "last", "activation_2"),
                layers.stream().map(Layer::name).toList());
        assertEquals(
                List.of("input", "flatten_1", "hidden", "dropout_1", "dense_2", "activation_1", "last"),
                layers.stream().map(layer -> String.join(",", layer.inputs())).toList());
    }

    @Test
    void fillsInEveryDefault() {
        Model model = Texts.model(Texts.SHORT);
        assertEquals("test", model.name());
        assertEquals(new DataSection(new DigitsData(70000, 1), new Split(0.8, 0.1, 0.1, 1, false)), model.data());
        assertEquals(List.of(1, 28, 28), model.network().input());
        assertEquals(
                new TrainingSection(new CrossEntropyLoss(), new Adam(0.001, 0.9, 0.999, 1e-8, 0), 64, 10, true, 1),
                model.training());
    }

    @Test
    void knowsSgdWithItsParameters() {
        String text = Texts.training(
                "{loss: cross_entropy, optimizer: {sgd: {learning_rate: 1, momentum: 0.9, nesterov: true, weight_decay: 1e-4}}}");
        assertEquals(
                new Sgd(1, 0.9, 0, 1e-4, true), Texts.model(text).training().optimizer());
    }

    @Test
    void takesFullAsBatchSize() {
        TrainingSection training = Texts.model(Texts.training("{loss: cross_entropy, batch_size: full}"))
                .training();
        assertEquals(0, training.batchSize());
        assertTrue(training.fullBatch());
    }

    @Test
    void takesPartsThatASplitLeavesOutAsNothing() {
        String text = Texts.SHORT.replace("data: digits", "data: {digits: 100, split: {train: 90}}");
        assertEquals(new Split(90, 0, 0, 1, false), Texts.model(text).data().split());
        String fractions = text.replace("train: 90", "train: 0.9, validation: 0.1");
        assertEquals(
                new Split(0.9, 0.1, 0, 1, false), Texts.model(fractions).data().split());
        assertEquals(
                new Split(0.8, 0.1, 0.1, 5, false),
                Texts.model(text.replace("train: 90", "seed: 5")).data().split());
    }

    @Test
    void readsCsvAndIdxSpecs() {
        String csv = Texts.SHORT.replace("data: digits", "data: {csv: {path: a.csv, target: 3, header: false}}");
        assertEquals(new CsvData("a.csv", "3", false), Texts.model(csv).data().source());
        String idx = Texts.SHORT.replace("data: digits", "data: {idx: mnist}");
        assertEquals(new IdxData("mnist"), Texts.model(idx).data().source());
    }

    @Test
    void leavesTheInputOpenIfNobodyKnowsIt() {
        Analysis analysis = Texts.read(Texts.SHORT.replace("data: digits", "data: {csv: a.csv}"));
        assertEquals(List.of(), analysis.model().orElseThrow().network().input());
        assertTrue(analysis.network().isEmpty());
    }

    @Test
    void followsAliases() {
        String text = """
                backprop: 1
                data: digits
                network:
                  layers:
                    - flatten
                    - dense: &wide {units: 20, activation: relu}
                    - dense: *wide
                    - dense: 10
                training: {loss: cross_entropy}
                """;
        assertEquals(
                new DenseLayer(20, Activation.RELU, true),
                Texts.model(text).network().layers().get(2).spec());
    }

    @Test
    void readsTheSameWithCarriageReturns() {
        assertEquals(
                Texts.model(Texts.DIGITS).training(),
                Texts.model(Texts.DIGITS.replace("\n", "\r\n")).training());
        assertEquals(
                Texts.model(Texts.DIGITS).data(),
                Texts.model(Texts.DIGITS.replace("\n", "\r")).data());
    }

    @Test
    void givesLayersTheirPositions() {
        Position hidden = Texts.model(Texts.DIGITS).network().layers().get(1).position();
        assertEquals(new Position(10, 7, Texts.DIGITS.indexOf("dense"), "dense".length()), hidden);
    }
}
