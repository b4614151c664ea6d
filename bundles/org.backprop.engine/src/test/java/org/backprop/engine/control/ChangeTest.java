package org.backprop.engine.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.backprop.engine.testing.Implementation;
import org.backprop.engine.train.Trainer;
import org.backprop.engine.train.TrainerState;
import org.backprop.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class ChangeTest {

    private static final long CHANGED_AT = 10;
    private static final long SAVED_AT = 17;

    @Parameter
    Implementation implementation;

    private Training training(Model model) {
        return new Training(implementation.open(1), model, true);
    }

    /** Trains up to a step. */
    private static void trainTo(Trainer trainer, long step) {
        trainer.setGate(gated -> gated.step() < step);
        trainer.run();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "training.optimizer.learning_rate; 0.05; adam; cosine; global_norm: 1",
                "training.optimizer.learning_rate; 0.001; {sgd: {learning_rate: 0.1, momentum: 0.9}}; {on_plateau: {patience: 0}}; global_norm: 1",
                "training.optimizer.weight_decay; 0.1; adam; constant; global_norm: 1",
                "training.optimizer.weight_decay; 0.5; muon; constant; global_norm: 1",
                "training.optimizer.weight_decay; 0; {sgd: {learning_rate: 0.1, momentum: 0.9, weight_decay: 0.1}}; constant; global_norm: 1",
                "training.clipping.max_norm; 0.01; {sgd: 0.1}; constant; global_norm: 1",
                "training.clipping.clip_value; 0.0001; {sgd: 0.1}; constant; value: 1",
                "network.layers.drop.rate; 0.7; adam; constant; global_norm: 1",
                "network.layers.drop.rate; 0; adam; constant; global_norm: 1"
            })
    void aChangeTakesEffectAndSurvivesACheckpointBitForBit(
            String path, double value, String optimizer, String schedule, String clipping) {
        Model model = Training.model(optimizer, schedule, "{" + clipping + "}");
        Training whole = training(model);
        trainTo(whole.trainer, CHANGED_AT);
        whole.trainer.change(path, value);
        trainTo(whole.trainer, SAVED_AT);
        TrainerState state = whole.trainer.state();
        trainTo(whole.trainer, 40);

        Training resumed = training(model);
        resumed.trainer.restore(state);
        trainTo(resumed.trainer, 40);
        assertEquals(whole.losses.subList((int) SAVED_AT, 40), resumed.losses);

        Training unchanged = training(model);
        trainTo(unchanged.trainer, 40);
        assertEquals(unchanged.losses.subList(0, (int) CHANGED_AT), whole.losses.subList(0, (int) CHANGED_AT));
        assertNotEquals(unchanged.losses, whole.losses);
    }

    @Test
    void aChangeIsWhatResumingWithAnotherModelFileWouldBe() {
        Training changed = training(Training.model("{adam: 0.01}", "cosine", "{value: 1}"));
        trainTo(changed.trainer, CHANGED_AT);
        TrainerState state = changed.trainer.state();
        changed.trainer.change("training.optimizer.learning_rate", 0.03);
        trainTo(changed.trainer, 30);
        Training other = training(Training.model("{adam: 0.03}", "cosine", "{value: 1}"));
        other.trainer.restore(state);
        trainTo(other.trainer, 30);
        assertEquals(changed.losses.subList((int) CHANGED_AT, 30), other.losses);
    }

    @Test
    void aChangeAndItsOppositeLeaveNothingBehind() {
        Training changed = training(Training.model("adam", "cosine", "{global_norm: 1}"));
        Map<String, Double> before = changed.trainer.numbers();
        changed.trainer.change("network.layers.drop.rate", 0.9);
        changed.trainer.change("training.optimizer.learning_rate", 0.9);
        assertNotEquals(before, changed.trainer.numbers());
        changed.trainer.change("network.layers.drop.rate", 0.2);
        changed.trainer.change("training.optimizer.learning_rate", 0.001);
        assertEquals(before, changed.trainer.numbers());
        trainTo(changed.trainer, 12);
        Training plain = training(Training.model("adam", "cosine", "{global_norm: 1}"));
        trainTo(plain.trainer, 12);
        assertEquals(plain.losses, changed.losses);
    }

    @Test
    void anotherValueInTheModelThatIsResumedOutdoesAnEarlierChange() {
        Training changed = training(Training.model("{adam: 0.01}", "cosine", "{value: 1}"));
        changed.trainer.change("training.optimizer.learning_rate", 0.5);
        TrainerState state = changed.trainer.state();
        Training resumed = training(Training.model("{adam: 0.02}", "cosine", "{value: 1}"));
        resumed.trainer.restore(state);
        assertTrue(resumed.trainer.liveParameters().stream()
                .anyMatch(parameter ->
                        parameter.path().equals("training.optimizer.learning_rate") && parameter.value() == 0.02));
    }
}
