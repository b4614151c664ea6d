package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LiveParametersTest {

    private static final Model MODEL = read("""
            backprop: 1
            data: {digits: {samples: 20}}
            network:
              layers:
                - flatten
                - dense: {name: hidden, units: 4}
                - dropout: {name: drop, rate: 0.2}
                - gaussian_dropout: 0.1
                - dense: {name: scores, units: 10, activation: log_softmax}
            training:
              loss: nll
              optimizer: {adamw: {learning_rate: 0.002, weight_decay: 0.03}}
              clipping: {layer_norm: 5}
            """);

    private static Model read(String text) {
        return ModelReader.read("live.nn.yaml", text).model().orElseThrow();
    }

    private static List<String> paths(Model model) {
        return LiveParameters.of(model).stream().map(LiveParameter::path).toList();
    }

    @Test
    void theyAreFoundWithTheirValues() {
        assertEquals(
                List.of(
                        "training.optimizer.learning_rate",
                        "training.optimizer.weight_decay",
                        "training.clipping.max_norm",
                        "network.layers.drop.rate",
                        "network.layers.gaussian_dropout_1.rate"),
                paths(MODEL));
        assertEquals(
                List.of(0.002, 0.03, 5.0, 0.2, 0.1),
                LiveParameters.of(MODEL).stream().map(LiveParameter::value).toList());
    }

    @Test
    void aChangedCopyDiffersInThatNumberAlone() {
        TrainingSection training = LiveParameters.with(MODEL.training(), "training.clipping.max_norm", 1);
        assertEquals(new LayerNormClipping(1), training.clipping().orElseThrow());
        assertEquals(MODEL.training().optimizer(), training.optimizer());
        assertEquals(MODEL.training(), LiveParameters.with(training, "training.clipping.max_norm", 5));
    }

    @ParameterizedTest
    @CsvSource({
        "training.optimizer.learning_rate, 0, must be greater than 0",
        "training.optimizer.learning_rate, NaN, must be greater than 0",
        "training.optimizer.weight_decay, -1, must be at least 0",
        "training.optimizer.momentum, 0.5, cannot be changed while this model trains",
        "training.clipping.clip_value, 1, cannot be changed while this model trains",
        "training.epochs, 3, cannot be changed while this model trains"
    })
    void aValueOutOfRangeOrOfAnotherPathIsRefusedWithTheReason(String path, double value, String reason) {
        var refused =
                assertThrows(IllegalArgumentException.class, () -> LiveParameters.with(MODEL.training(), path, value));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    @Test
    void thatOfALayerIsCheckedAsTheCatalogueSays() {
        LiveParameter rate = LiveParameters.find(LiveParameters.of(MODEL), "network.layers.drop.rate");
        assertEquals("drop", rate.layer().orElseThrow());
        assertEquals(Optional.empty(), rate.refusal(0));
        assertTrue(rate.refusal(1).orElseThrow().contains("must be at least 0 and less than 1"));
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> LiveParameters.find(LiveParameters.of(MODEL), "network.layers.drip.rate"));
        assertTrue(refused.getMessage().contains("did you mean network.layers.drop.rate?"), refused.getMessage());
    }

    @Test
    void theSurvivalOfABranchIsThatOfItsPlaceAmongTheBranches() {
        Model model = read("""
                backprop: 1
                data: {digits: {samples: 20}}
                network:
                  layers:
                    - flatten
                    - stochastic_depth: {name: first, survival: 0.6}
                    - stochastic_depth: {name: second, survival: 0.6}
                    - dense: {units: 10, activation: log_softmax}
                training: {loss: nll}
                """);
        assertEquals(
                List.of(0.8, 0.6),
                LiveParameters.of(model.network()).stream()
                        .map(LiveParameter::value)
                        .toList());
    }

    @Test
    void aTrainingWithoutClippingSaysSo() {
        Model model = read("""
                backprop: 1
                data: {digits: {samples: 20}}
                network: {layers: [flatten, {dense: {units: 10, activation: log_softmax}}]}
                training: {loss: nll}
                """);
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> LiveParameters.with(model.training(), "training.clipping.max_norm", 1));
        assertTrue(refused.getMessage().contains("does not clip"), refused.getMessage());
    }

    static Stream<String> gradientOptimizers() {
        return Catalogue.types(Family.OPTIMIZER).stream()
                .filter(type -> !MinimizerSpec.class.isAssignableFrom(type.spec()))
                .map(TypeInfo::key);
    }

    @ParameterizedTest
    @MethodSource("gradientOptimizers")
    void theLearningRateOfEveryOptimizerCanBeChanged(String optimizer) {
        TrainingSection training = read("""
                backprop: 1
                data: {digits: {samples: 20}}
                network: {layers: [flatten, {dense: {units: 10, activation: log_softmax}}]}
                training: {loss: nll, optimizer: %s}
                """.formatted(optimizer)).training();
        assertEquals(
                0.25,
                LiveParameters.with(training, "training.optimizer.learning_rate", 0.25)
                        .optimizer()
                        .learningRate());
    }
}
