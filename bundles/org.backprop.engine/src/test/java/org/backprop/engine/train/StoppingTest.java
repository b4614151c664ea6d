package org.backprop.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.TensorView;
import org.backprop.engine.testing.Implementation;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoppingTest {

    private static final String MODEL = """
            backprop: 1
            data: {csv: none.csv}
            network:
              input: [3]
              layers:
                - dense: {name: hidden, units: 9, activation: tanh}
                - dense: {name: out, units: %s}
            training: {loss: %s, batch_size: 10, epochs: 8, %s}
            """;

    private static final String EARLY =
            "stopping: {early_stopping: {metric: loss/validation, patience: 2, min_delta: 100, restore_best: %s}}";

    private static Dataset data(boolean classes) {
        Random random = new Random(1);
        float[] features = new float[3 * 50];
        int[] labels = new int[50];
        float[] targets = new float[50];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) random.nextGaussian();
            labels[i / 3] = features[i] > 0 ? 1 : 0;
            targets[i / 3] = features[i];
        }
        return classes
                ? new Dataset(Shape.of(3), features, labels, null, List.of("no", "yes"))
                : new Dataset(Shape.of(3), features, null, targets, List.of());
    }

    private static Trainer trainer(String settings, boolean classes, boolean validates) {
        String text = MODEL.formatted(classes ? 2 : 1, classes ? "cross_entropy" : "mse", settings);
        Model model = ModelReader.read("test.nn.yaml", text).model().orElseThrow();
        Network network = Network.compile(
                model, Shape.of(3), Implementation.all().getFirst().open(), 10);
        Optional<Dataset> validation = validates ? Optional.of(data(classes)) : Optional.empty();
        return new Trainer(network, model.training(), data(classes), validation);
    }

    private static Trainer trainer(String settings) {
        return trainer(settings, true, true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{early_stopping: {patience: 2, min_delta: 100}} | 3 | loss/validation has not improved for 2 epochs; the best was",
                "{early_stopping: {metric: accuracy/train, patience: 1, min_delta: 1}} | 2 | accuracy/train has not improved for 1 epoch;",
                "[{early_stopping: 7}, {target_metric: {metric: accuracy/train, value: 0}}] | 1 | accuracy/train is 0.",
                "{target_metric: 1000} | 1 | which reaches the target of 1000",
                "[{max_time: 1000000}, {max_time: 0.000000001}] | 0 | seconds is over",
            })
    void theFirstRuleThatAppliesEndsTheTrainingAndSaysWhy(String stopping, int epochs, String reason) {
        Trainer trainer = trainer("stopping: " + stopping);
        assertEquals(Outcome.COMPLETED, trainer.run());
        assertEquals(epochs, trainer.completedEpochs());
        String message = trainer.stopReason().orElseThrow();
        assertTrue(message.startsWith("stopped after epoch " + epochs + " of 8: "), message);
        assertTrue(message.contains(reason), message);
    }

    @Test
    void aTrainingThatNoRuleEndsMakesAllEpochsWithoutAReason() {
        Trainer trainer = trainer("stopping: [early_stopping, {target_metric: 0}]");
        trainer.run();
        assertEquals(8, trainer.completedEpochs());
        assertEquals(Optional.empty(), trainer.stopReason());
    }

    @Test
    void theResultHasTheParametersOfTheBestEpochButTheStateThoseOfTheLast() {
        Trainer trainer = trainer(EARLY.formatted("true"));
        float[][] first = new float[1][];
        trainer.addListener(new TrainingListener() {
            @Override
            public void onEpoch(EpochResult epoch) {
                if (epoch.epoch() == 1) {
                    first[0] = values(trainer.network().state().getFirst());
                }
            }
        });
        trainer.run();
        assertArrayEquals(first[0], values(trainer.result().getFirst().copy()));
        float[] last = values(trainer.state().parameters().getFirst());
        assertFalse(Arrays.equals(first[0], last), "training went on after the best epoch");
        trainer.useResult();
        assertArrayEquals(first[0], values(trainer.network().state().getFirst()));
    }

    @Test
    void withoutRestoringTheResultHasTheParametersOfTheLastStep() {
        Trainer trainer = trainer(EARLY.formatted("false"));
        trainer.run();
        for (TensorView tensor : trainer.result()) {
            NamedTensor last = trainer.network().state().stream()
                    .filter(other -> other.name().equals(tensor.name()))
                    .findFirst()
                    .orElseThrow();
            assertArrayEquals(last.values(), tensor.copy().values());
        }
    }

    @Test
    void aTrainingThatHasStoppedStopsAgainWhenItIsResumed() {
        Trainer first = trainer(EARLY.formatted("true"));
        first.run();
        Trainer second = trainer(EARLY.formatted("true"));
        second.restore(first.state());
        assertEquals(Outcome.COMPLETED, second.run());
        assertEquals(first.step(), second.step());
        assertEquals(first.stopReason(), second.stopReason());
        assertArrayEquals(
                values(first.result().getFirst().copy()),
                values(second.result().getFirst().copy()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stopping: early_stopping",
                "stopping: {target_metric: 0}",
                "schedule: on_plateau",
            })
    void aMetricOfTheValidationSetNeedsOne(String settings) {
        String message = assertThrows(IllegalArgumentException.class, () -> trainer(settings, true, false))
                .getMessage();
        assertTrue(message.contains("needs a validation set: give data.split.validation"), message);
    }

    @Test
    void anAccuracyNeedsClasses() {
        String stopping = "stopping: {target_metric: {metric: accuracy/train, value: 1}}";
        String message = assertThrows(IllegalArgumentException.class, () -> trainer(stopping, false, true))
                .getMessage();
        assertTrue(message.contains("accuracy/train needs class labels; use loss/train"), message);
    }

    @Test
    void theAverageIsWhatIsEvaluated() {
        Trainer averaged = trainer("averaging: {ema: 0.999}, optimizer: {sgd: 0.5}");
        Trainer plain = trainer("optimizer: {sgd: 0.5}");
        double[] losses = new double[2];
        averaged.addListener(keeping(losses, 0));
        plain.addListener(keeping(losses, 1));
        averaged.run();
        plain.run();
        assertArrayEquals(
                values(plain.state().parameters().getFirst()),
                values(averaged.state().parameters().getFirst()),
                "the training itself goes on with the parameters");
        assertTrue(losses[0] > losses[1] * 1.1, "the average is slower: " + losses[0] + " and " + losses[1]);
        averaged.useResult();
        Evaluation evaluation = new Evaluator(averaged.network(), data(true)).evaluate();
        assertEquals(losses[0], evaluation.loss(), 1e-6);
    }

    private static TrainingListener keeping(double[] losses, int at) {
        return new TrainingListener() {
            @Override
            public void onEpoch(EpochResult epoch) {
                losses[at] = epoch.validation().orElseThrow().loss();
            }
        };
    }

    private static float[] values(NamedTensor tensor) {
        return tensor.values();
    }
}
