package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverrideTest {

    private static Model with(String text, String path, String value) {
        Analysis analysis = Texts.read(text, Map.of(path, value));
        assertEquals(List.of(), analysis.problems());
        return analysis.model().orElseThrow();
    }

    @Test
    void replacesAValue() {
        Model model = with(Texts.DIGITS, "training.optimizer.adam.learning_rate", "0.5");
        assertEquals(0.5, model.training().optimizer().learningRate());
    }

    @Test
    void addsKeysAndSectionsThatAreNotThere() {
        assertEquals(5, with(Texts.SHORT, "training.seed", "5").training().seed());
        assertEquals(
                0.9,
                with(Texts.SHORT, "training.optimizer.sgd.learning_rate", "0.9")
                        .training()
                        .optimizer()
                        .learningRate());
    }

    @Test
    void spellsOutAShortForm() {
        String text = Texts.training("{loss: cross_entropy, optimizer: adam}");
        assertEquals(
                0.5,
                with(text, "training.optimizer.adam.beta1", "0.5").training().optimizer() instanceof Adam adam
                        ? adam.beta1()
                        : Double.NaN);
        assertEquals(
                9,
                ((DigitsData) with(Texts.SHORT, "data.digits.seed", "9").data().source()).seed());
    }

    @Test
    void tellsATypeFromItsParameterOfTheSameName() {
        for (String schedule : List.of("swa_lr", "{swa_lr: {anneal_epochs: 4}}")) {
            String text = Texts.training("{loss: cross_entropy, optimizer: sgd, schedule: " + schedule + "}");
            for (String path : List.of("training.schedule.swa_lr.swa_lr", "training.schedule.swa_lr")) {
                SwaLrSchedule found = (SwaLrSchedule)
                        with(text, path, "0.25").training().schedule().orElseThrow();
                assertEquals(0.25, found.swaLr(), path + " in " + schedule);
            }
        }
    }

    @Test
    void spellsOutAListInPlaceOfAMapping() {
        Model model = with(Texts.BRANCHES, "network.layers.avg_pool2d_1.stride", "[2, 1]");
        assertEquals(
                new AvgPool2dLayer(new Size2d(2, 1), Optional.of(new Size2d(2, 1)), Padding.VALID),
                model.network().layers().get(7).spec());
    }

    @Test
    void spellsOutAWordThatStandsForTheMainParameter() {
        Model model = with(Texts.DIGITS, "network.layers.activation_1.function", "tanh");
        assertEquals(
                new ActivationLayer(Activation.TANH),
                model.network().layers().get(4).spec());
    }

    @Test
    void replacesTheInputsOfALayer() {
        Model model = with(Texts.BRANCHES, "network.layers.joined.inputs", "[state, global_avg_pool_1, state]");
        assertEquals(
                List.of("state", "global_avg_pool_1", "state"),
                model.network().layers().get(11).inputs());
    }

    @ParameterizedTest
    @CsvSource({"hidden.units, 1", "hidden.dense.units, 1", "1.units, 1", "dense_2.units, 3", "3.dense.units, 3"})
    void findsLayersByNameAndIndex(String path, int layer) {
        Model model = with(Texts.DIGITS, "network.layers." + path, "77");
        assertEquals(77, ((DenseLayer) model.network().layers().get(layer).spec()).units());
    }

    @Test
    void takesAnyYamlAsValue() {
        Model model = with(Texts.SHORT, "training.optimizer", "{sgd: {momentum: 0.5}}");
        assertEquals(new Sgd(0.001, 0.5, 0, 0, false), model.training().optimizer());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "training.optimizer.adam.learning_rate | -1 | OUT_OF_RANGE",
                "training.epoch | 3 | UNKNOWN_KEY",
                "training.epochs | | MISSING",
                "training.epochs | [1 | YAML_SYNTAX",
                "training.epochs.x | 1 | UNKNOWN_NAME",
                "training..epochs | 1 | UNKNOWN_NAME",
                "network.layers.nobody.units | 1 | UNKNOWN_NAME",
                "network.layers.99.units | 1 | UNKNOWN_NAME",
                "network.layers.hidden.units.x | 1 | UNKNOWN_NAME",
            })
    void reportsAProblemWhereTheOverrideIs(String path, String value, String code) {
        List<Problem> problems = Texts.read(Texts.DIGITS, Map.of(path, value == null ? "" : value))
                .problems();
        assertEquals("--set " + path, problems.getFirst().file());
        assertEquals(code, problems.getFirst().code());
        assertTrue(problems.getFirst().format().startsWith("--set " + path + ":1:"));
    }

    @Test
    void appliesSeveral() {
        Map<String, String> overrides =
                new TreeMap<>(Map.of("training.epochs", "2", "training.seed", "8", "name", "x"));
        Model model = Texts.read(Texts.DIGITS, overrides).model().orElseThrow();
        assertEquals(
                "x 2 8",
                model.name() + " " + model.training().epochs() + " "
                        + model.training().seed());
    }
}
