package org.backprop.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.layers.Masking;
import org.backprop.engine.network.Network;
import org.backprop.engine.testing.Implementation;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.Shape;
import org.backprop.runlog.tensor.BitMask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrozenDropoutTest {

    private static final int SAMPLES = 40;
    private static final int BATCH = 10;

    private static Trainer trainer(String layer) {
        String text = """
                backprop: 1
                data: {csv: none.csv}
                network:
                  input: [4]
                  layers:
                    - dense: {units: 9, activation: tanh}
                    - %s
                    - dense: 1
                training: {loss: mse, batch_size: %d, epochs: 4, optimizer: adam}
                """.formatted(layer, BATCH);
        Model model = ModelReader.read("test.nn.yaml", text).model().orElseThrow();
        Random random = new Random(1);
        float[] features = new float[4 * SAMPLES];
        float[] targets = new float[SAMPLES];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) random.nextGaussian();
            targets[i / 4] = features[i];
        }
        Network network = Network.compile(
                model, Shape.of(4), Implementation.all().getLast().open(), BATCH);
        Dataset data = new Dataset(Shape.of(4), features, null, targets, List.of());
        return new Trainer(network, model.training(), data, Optional.empty());
    }

    private static Masking masking(Trainer trainer) {
        return trainer.network().maskedLayers().getFirst().masking();
    }

    /** Calls something after each step. */
    private static void train(Trainer trainer, java.util.function.LongConsumer afterStep) {
        trainer.addListener(new TrainingListener() {
            @Override
            public void onStep(StepView step) {
                afterStep.accept(step.step());
            }
        });
        trainer.run();
    }

    @Test
    void frozenMasksAreThoseOfTheStepUntilTheyAreReleased() {
        Trainer trainer = trainer("dropout: {name: drop, rate: 0.4}");
        List<BitMask> masks = new ArrayList<>();
        train(trainer, step -> {
            masks.add(masking(trainer).lastMask(BATCH));
            if (step == 5) {
                trainer.freezeDropout(3);
                assertEquals(OptionalLong.of(3), trainer.frozenDropout());
            } else if (step == 9) {
                trainer.unfreezeDropout();
            }
        });
        for (int step = 6; step <= 9; step++) {
            assertEquals(masks.get(2), masks.get(step - 1), "step " + step);
        }
        assertNotEquals(masks.get(2), masks.get(9));
        assertEquals(masking(trainer).replay(1).mask(10, 0.4, BATCH), masks.get(9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dropout: {name: drop, rate: 0.4}",
                "alpha_dropout: {name: drop, rate: 0.4}",
                "gaussian_dropout: {name: drop, rate: 0.4}"
            })
    void whatWasFrozenAndSetHoldsAfterATrainingIsResumed(String layer) {
        boolean masked = !layer.startsWith("gaussian");
        Trainer whole = trainer(layer);
        List<TrainerState> states = new ArrayList<>();
        train(whole, step -> {
            if (step == 4) {
                whole.network().setDropoutRate("drop", 0.7);
                if (masked) {
                    whole.freezeDropout(2);
                }
            } else if (step == 6) {
                states.add(whole.state());
            }
        });
        Trainer resumed = trainer(layer);
        resumed.restore(states.getFirst());
        assertEquals(masked ? OptionalLong.of(2) : OptionalLong.empty(), resumed.frozenDropout());
        assertEquals(0.7, masking(resumed).rate());
        resumed.run();
        assertEquals(floats(whole), floats(resumed));
        assertNotEquals(floats(trained(layer)), floats(resumed));
    }

    private static Trainer trained(String layer) {
        Trainer trainer = trainer(layer);
        trainer.run();
        return trainer;
    }

    private static List<Float> floats(Trainer trainer) {
        List<Float> values = new ArrayList<>();
        for (float value : trainer.network().parameterVector().orElseThrow().toArray()) {
            values.add(value);
        }
        return values;
    }

    @Test
    void aTrainingThatNothingWasChangedInSavesNothingAboutDropout() {
        assertEquals(Map.of(), trainer("dropout: 0.4").numbers());
    }

    @Test
    void onlyMasksOfStepsThatHaveBegunCanBeFrozen() {
        Trainer trainer = trainer("dropout: 0.4");
        trainer.freezeDropout(1);
        assertEquals("the step must be 1 to 1, is 2", refusal(trainer, 2));
        assertEquals("the step must be 1 to 1, is 0", refusal(trainer, 0));
        assertEquals(OptionalLong.of(1), trainer.frozenDropout());
        assertEquals("the network has no layer with dropout masks", refusal(trainer("gaussian_dropout: 0.4"), 1));
        assertEquals("the network has no layer with dropout masks", refusal(trainer("activation: relu"), 1));
    }

    private static String refusal(Trainer trainer, long step) {
        return assertThrows(IllegalArgumentException.class, () -> trainer.freezeDropout(step))
                .getMessage();
    }
}
