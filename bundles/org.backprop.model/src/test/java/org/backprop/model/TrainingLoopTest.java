package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What surrounds the optimizer: clipping, regularizers, stopping, averages. */
class TrainingLoopTest {

    private static TrainingSection training(String settings) {
        return Texts.model(Texts.training("{loss: cross_entropy, " + settings + "}"))
                .training();
    }

    @Test
    void bindsEveryKey() {
        TrainingSection training = training("clipping: {global_norm: 1},"
                + " regularizer: [{l2: 0.001}, {max_norm: {max_value: 3, biases: true}}],"
                + " stopping: [{early_stopping: {metric: accuracy/validation, restore_best: true}}, {max_time: 60},"
                + " {target_metric: {metric: loss/train, value: 0.1}}],"
                + " accumulate: 4, averaging: {ema: 0.99}, lookahead: {steps: 6}, gradient_noise: {}");
        assertEquals(Optional.of(new GlobalNormClipping(1)), training.clipping());
        assertEquals(List.of(new L2Regularizer(0.001, false), new MaxNormRegularizer(3, true)), training.regularizer());
        assertEquals(
                List.of(
                        new EarlyStopping("accuracy/validation", 10, 0, true),
                        new MaxTimeStopping(60),
                        new TargetMetricStopping("loss/train", 0.1)),
                training.stopping());
        assertEquals(4, training.accumulate());
        assertEquals(Optional.of(new EmaAveraging(0.99)), training.averaging());
        assertEquals(Optional.of(new Lookahead(6, 0.5)), training.lookahead());
        assertEquals(Optional.of(new GradientNoise(0.01, 0.55)), training.gradientNoise());
    }

    @Test
    void nothingSurroundsTheOptimizerByDefault() {
        TrainingSection training = training("epochs: 10");
        assertEquals(new TrainingSection(training.loss(), training.optimizer(), 64, 10, true, 1), training);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clipping: {value: 0.1}",
                "clipping: {layer_norm: 2}",
                "clipping: adaptive",
                "clipping: {adaptive: {scope: layer, output_layer: true}}",
                "regularizer: l1",
                "regularizer: [{l1_l2: {l1: 0.1, l2: 0}}, max_norm]",
                "stopping: early_stopping",
                "stopping: [{max_time: 0.5}, {target_metric: 0.01}]",
                "schedule: {cosine_restarts: 5}, snapshot_ensemble: {most: 3}",
                "order: weighted",
                "order: {weighted: {class_weights: [1, 2, 0, 1, 1, 1, 1, 1, 1, 1]}}",
                "order: {curriculum: {by: run, run: runs/first, pacing: step, start: 0.5, epochs: 3}}",
                "averaging: swa, lookahead: {alpha: 0.8}, gradient_noise: {eta: 1, gamma: 0}, accumulate: 3",
            })
    void theResolvedConfigurationReadsAsTheSameTraining(String settings) {
        Model model = Texts.model(Texts.training("{loss: cross_entropy, " + settings + "}"));
        Model again = ModelReader.read("other.nn.yaml", ModelWriterTest.json(ModelWriter.resolved(model)))
                .model()
                .orElseThrow();
        assertEquals(model.training(), again.training());
    }

    @Test
    void aLayerMayHaveRegularizersOfItsOwn() {
        Model model = Texts.model(Texts.layers("""
                - flatten
                - dense: {units: 12, regularizer: {l1: 0.5}}
                - dense: 10
                  regularizer: [l2, max_norm]
                """));
        List<List<RegularizerSpec>> expected = List.of(
                List.of(),
                List.of(new L1Regularizer(0.5, false)),
                List.of(new L2Regularizer(0.01, false), new MaxNormRegularizer(2, false)));
        assertEquals(
                expected,
                model.network().layers().stream().map(Layer::regularizer).toList());
        Model again = ModelReader.read("other.nn.yaml", ModelWriterTest.json(ModelWriter.resolved(model)))
                .model()
                .orElseThrow();
        assertEquals(
                expected,
                again.network().layers().stream().map(Layer::regularizer).toList());
    }

    @Test
    void aLayerWithoutWeightsCannotBeRegularized() {
        Expect.problem(Code.INCONSISTENT, Texts.layers("""
                - flatten: {‹regularizer›: l2}
                - dense: 10
                """), "flatten has no weights to regularize");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schedule: ‹on_plateau›",
                "schedule: {on_plateau: ‹loss/validation›}",
                "schedule: {‹on_plateau›: {factor: 0.5}}",
                "stopping: ‹early_stopping›",
                "stopping: [{max_time: 9}, {early_stopping: {metric: ‹loss/validation›}}]",
                "stopping: [{‹early_stopping›: 3}]",
                "stopping: {‹target_metric›: 3}",
            })
    void aMetricOfTheValidationSetNeedsOne(String settings) {
        String text = Texts.training("{loss: cross_entropy, " + settings + "}")
                .replace("data: digits", "data: {digits: {}, split: {train: 0.9, test: 0.1}}");
        Expect.problem(
                Code.INCONSISTENT, text, "needs a validation set: give data.split.validation, or use loss/train");
        String trains = settings.replaceAll("[‹›]", "").contains("loss/validation")
                ? settings.replace("‹loss/validation›", "loss/train")
                : "epochs: 1";
        Texts.model(text.replace(settings, trains));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clipping: {‹norm›: 1} | UNKNOWN_TYPE | unknown kind of clipping \"norm\"",
                "clipping: ‹global_norm› | MISSING | global_norm needs the key max_norm",
                "clipping: {global_norm: ‹0›} | OUT_OF_RANGE | max_norm must be greater than 0",
                "clipping: {adaptive: {scope: ‹row›}} | UNKNOWN_TYPE | known are unit, layer",
                "regularizer: [l2, ‹l3›] | UNKNOWN_TYPE | unknown regularizer \"l3\"",
                "regularizer: {l2: ‹-1›} | OUT_OF_RANGE | l2 must be at least 0",
                "stopping: [{‹early_stoping›: {}}] | UNKNOWN_TYPE | did you mean early_stopping?",
                "stopping: {early_stopping: {metric: ‹loss›}} | INCONSISTENT | metric must be that of a series",
                "stopping: {max_time: ‹1h›} | WRONG_TYPE | seconds must be a number",
                "accumulate: ‹0› | OUT_OF_RANGE | accumulate must be at least 1",
                "averaging: ‹mean› | UNKNOWN_TYPE | unknown average \"mean\": known are ema, swa",
                "averaging: {ema: ‹1›} | OUT_OF_RANGE | decay must be at least 0 and less than 1",
                "schedule: cosine, snapshot_ensemble: ‹{}› | INCONSISTENT | snapshot_ensemble needs a schedule with restarts",
                "lookahead: ‹5› | WRONG_TYPE | lookahead must be a mapping",
                "lookahead: {‹k›: 5} | UNKNOWN_KEY | known are steps, alpha",
            })
    void pointsToWhatIsWrong(String settings, Code code, String message) {
        Expect.problem(code, Texts.training("{loss: cross_entropy, " + settings + "}"), message);
    }
}
