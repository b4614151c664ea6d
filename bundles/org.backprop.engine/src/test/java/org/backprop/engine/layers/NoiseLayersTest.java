package org.backprop.engine.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;

import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.testing.Models;
import org.backprop.model.DropoutLayer;
import org.backprop.model.DropoutScaling;
import org.backprop.model.GaussianDropoutLayer;
import org.backprop.model.GaussianNoiseLayer;
import org.backprop.model.LayerSpec;
import org.backprop.model.MseLoss;
import org.backprop.model.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** How the random layers change inputs that are all 2. */
@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class NoiseLayersTest {

    private static final int WIDTH = 10_001;
    private static final int BATCH = 3;
    private static final float INPUT = 2;

    @Parameter
    Implementation implementation;

    private float[] output(LayerSpec layer, Pass pass) {
        Network network = Network.compile(
                new Models().add("layer", layer).build(new MseLoss(), 1),
                Shape.of(WIDTH),
                implementation.open(),
                BATCH);
        Plan plan = network.plan(BATCH);
        float[] input = new float[BATCH * WIDTH];
        Arrays.fill(input, INPUT);
        plan.input().set(input);
        plan.forward(pass);
        return plan.output().toArray();
    }

    private static void assertMoments(double mean, double deviation, float[] values) {
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (value - mean) * (value - mean);
        }
        assertEquals(mean, sum / values.length, 4 * deviation / Math.sqrt(values.length));
        assertEquals(deviation, Math.sqrt(squares / values.length), 0.02 * deviation);
    }

    @Test
    void gaussianNoiseIsAdded() {
        assertMoments(INPUT, 0.5, output(new GaussianNoiseLayer(0.5), Pass.training(1, 0)));
    }

    @Test
    void gaussianDropoutHasTheVarianceOfDropout() {
        double deviation = INPUT * Math.sqrt(0.2 / 0.8);
        assertMoments(INPUT, deviation, output(new GaussianDropoutLayer(0.2), Pass.training(1, 0)));
        assertMoments(INPUT, deviation, output(new DropoutLayer(0.2), Pass.training(1, 0)));
    }

    @Test
    void eachStepAndSeedHasNoiseOfItsOwnThatCanBeMadeAgain() {
        LayerSpec layer = new GaussianNoiseLayer(0.5);
        float[] noise = output(layer, Pass.training(1, 7));
        assertArrayEquals(noise, output(layer, Pass.training(1, 7)));
        assertFalse(Arrays.equals(noise, output(layer, Pass.training(1, 8))));
        assertFalse(Arrays.equals(noise, output(layer, Pass.training(2, 7))));
    }

    @Test
    void aPredictionHasNoNoise() {
        float[] same = new float[BATCH * WIDTH];
        Arrays.fill(same, INPUT);
        assertArrayEquals(same, output(new GaussianNoiseLayer(0.5), Pass.INFERENCE));
        assertArrayEquals(same, output(new GaussianDropoutLayer(0.5), Pass.INFERENCE));
    }

    @Test
    void dropoutScaledAtTestTimeKeepsValuesWhileTrainingAndShrinksThemInPredictions() {
        float[] inverted = output(new DropoutLayer(0.2), Pass.training(1, 0));
        float[] atTestTime = output(new DropoutLayer(0.2, DropoutScaling.TEST_TIME), Pass.training(1, 0));
        float[] predicted = output(new DropoutLayer(0.2, DropoutScaling.TEST_TIME), Pass.INFERENCE);
        for (int i = 0; i < inverted.length; i++) {
            assertEquals(inverted[i] == 0 ? 0 : INPUT, atTestTime[i], 1e-6f);
            assertEquals(0.8f * INPUT, predicted[i], 1e-6f);
        }
    }
}
