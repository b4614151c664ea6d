package org.backprop.engine.pruning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.backprop.engine.testing.Implementation;
import org.backprop.engine.train.StepView;
import org.backprop.engine.train.Trainer;
import org.backprop.engine.train.TrainingListener;
import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.Model;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for masks, whatever updates the weights. */
@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class MaskContractTest {

    private static final String PRUNED =
            "epochs: 6, pruning: {sparsity: 0.6, schedule: {iterative: {fraction: 0.5, every: 2}}}";

    /** Between the two removals. */
    private static final int EPOCH_OF_INTERRUPTION = 3;

    @Parameter
    Implementation implementation;

    static List<String> optimizers() {
        return Catalogue.keys(Family.OPTIMIZER);
    }

    /** The settings with the first of some that the optimizer can do with. */
    private static Model model(String optimizer) {
        return Stream.of(
                        "loss: cross_entropy, batch_size: 16",
                        "loss: cross_entropy, batch_size: full",
                        "loss: mse, batch_size: full")
                .flatMap(settings ->
                        PruningFixture.read("optimizer: " + optimizer + ", " + settings + ", " + PRUNED).stream())
                .findFirst()
                .orElseThrow();
    }

    static Stream<String> surroundings() {
        return Stream.of(
                "optimizer: {sgd: {learning_rate: 0.1, momentum: 0.9, weight_decay: 0.1, nesterov: true}}",
                "optimizer: {adam: {learning_rate: 0.01, weight_decay: 0.1, amsgrad: true}}",
                "optimizer: {adamw: {learning_rate: 0.01, weight_decay: 0.5}}",
                "optimizer: {muon: {weight_decay: 0.5}}",
                "optimizer: {lamb: {weight_decay: 0.5}}",
                "optimizer: {rmsprop: {momentum: 0.9}}",
                "averaging: {ema: 0.9}",
                "averaging: {swa: 0.1}",
                "lookahead: {steps: 4}",
                "gradient_noise: {eta: 1}",
                "gradient_noise: {}, lookahead: {steps: 2}, accumulate: 2, averaging: {ema: 0.5}",
                "regularizer: [{l1: 0.01}, {l2: 0.01}, {max_norm: {max_value: 0.3, biases: true}}]",
                "clipping: {global_norm: 0.1}",
                "clipping: adaptive",
                "stopping: {early_stopping: {patience: 1, restore_best: true}}",
                "stopping: {target_metric: {metric: loss/train, value: 1000}}",
                "schedule: {cosine_restarts: 2}, snapshot_ensemble: {}");
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void removedWeightsStayExactlyZeroWithEveryOptimizer(String optimizer) {
        assertHolds(model(optimizer));
    }

    @ParameterizedTest
    @MethodSource("surroundings")
    void removedWeightsStayExactlyZeroWithAllThatSurroundsTheOptimizer(String settings) {
        assertHolds(PruningFixture.model("loss: cross_entropy, batch_size: 16, " + PRUNED + ", " + settings));
    }

    private void assertHolds(Model model) {
        Trainer trainer = PruningFixture.trainer(model, implementation.open());
        float[] initial = PruningFixture.weights(trainer);
        PruningFixture.Watch watch = new PruningFixture.Watch(trainer);
        trainer.run();
        assertEquals(2, watch.changesOfMask);
        assertTrue(watch.stepsWithMask > 0);
        assertEquals(0, watch.notZero);
        assertEquals(Math.round(0.6 * 45), watch.removed());
        float[] result = PruningFixture.copies(trainer.result());
        assertEquals(0, watch.notZero(result));
        assertFalse(Arrays.equals(initial, result));
        for (String slot : List.of("exp_avg/", "momentum_buffer/", "average/", "slow/")) {
            float[] remembered = PruningFixture.copies(trainer.optimizerTensors().stream()
                    .filter(tensor -> tensor.name().startsWith(slot))
                    .toList());
            assertEquals(0, remembered.length == 0 ? 0 : watch.remembered(remembered), slot);
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aPrunedTrainingThatIsInterruptedGoesOnBitForBit(String optimizer) {
        assertGoesOn(model(optimizer));
    }

    @ParameterizedTest
    @MethodSource("surroundings")
    void aPrunedTrainingGoesOnBitForBitWithAllThatSurroundsTheOptimizer(String settings) {
        assertGoesOn(PruningFixture.model("loss: cross_entropy, batch_size: 16, " + PRUNED + ", " + settings));
    }

    private void assertGoesOn(Model model) {
        Trainer whole = PruningFixture.trainer(model, implementation.open());
        whole.run();
        Trainer first = PruningFixture.trainer(model, implementation.open());
        first.addListener(new TrainingListener() {
            @Override
            public void onStep(StepView step) {
                if (step.epoch() == EPOCH_OF_INTERRUPTION) {
                    first.stop();
                }
            }
        });
        first.run();
        Trainer second = PruningFixture.trainer(model, implementation.open());
        second.restore(first.state());
        second.run();
        assertEquals(whole.step(), second.step());
        assertArrayEquals(PruningFixture.weights(whole), PruningFixture.weights(second));
        assertArrayEquals(
                PruningFixture.copies(whole.optimizerTensors()), PruningFixture.copies(second.optimizerTensors()));
        assertArrayEquals(
                whole.pruner().masks().values(), second.pruner().masks().values());
    }
}
