package org.backprop.engine.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.network.MaskedLayer;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.testing.Models;
import org.backprop.model.AlphaDropoutLayer;
import org.backprop.model.DepthDecay;
import org.backprop.model.DropoutLayer;
import org.backprop.model.DropoutScaling;
import org.backprop.model.GaussianDropoutLayer;
import org.backprop.model.LayerSpec;
import org.backprop.model.MseLoss;
import org.backprop.model.Shape;
import org.backprop.model.SpatialDropoutLayer;
import org.backprop.model.StochasticDepthLayer;
import org.backprop.runlog.tensor.BitMask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Masks that are computed again, beside what the network multiplied its input by. */
class MaskReplayTest {

    private static final Shape INPUT = Shape.of(13, 7, 31);
    private static final int SIZE = 13 * 7 * 31;
    private static final int BATCH = 5;
    private static final long SEED = 3;
    private static final double RATE = 0.37;

    record Case(Implementation implementation, LayerSpec layer, int units) {}

    static List<Case> cases() {
        return Implementation.all().stream()
                .flatMap(implementation -> Stream.of(
                        new Case(implementation, new DropoutLayer(RATE), SIZE),
                        new Case(implementation, new DropoutLayer(RATE, DropoutScaling.TEST_TIME), SIZE),
                        new Case(implementation, new AlphaDropoutLayer(RATE), SIZE),
                        new Case(implementation, new SpatialDropoutLayer(RATE), 13),
                        new Case(implementation, new StochasticDepthLayer(1 - RATE, DepthDecay.LINEAR, true), 1),
                        new Case(implementation, new StochasticDepthLayer(1 - RATE, DepthDecay.LINEAR, false), 1)))
                .toList();
    }

    private static Network network(LayerSpec layer, Kernels kernels) {
        Models models = new Models().add("before", new DropoutLayer(0)).add("layer", layer);
        return Network.compile(models.build(new MseLoss(), 1), INPUT, kernels, BATCH);
    }

    /** What was kept of inputs that are all 1: in each of these layers it is greater than what was dropped. */
    private static BitMask multiplied(Network network, int units, long step) {
        Plan plan = network.plan(BATCH);
        float[] ones = new float[BATCH * SIZE];
        Arrays.fill(ones, 1);
        plan.input().set(ones);
        plan.forward(Pass.training(SEED, step - 1));
        float[] outputs = plan.output().toArray();
        float[] kept = new float[BATCH * units];
        int torn = 0;
        for (int i = 0; i < outputs.length; i++) {
            int unit = i / (SIZE / units);
            kept[unit] = outputs[i] > 0.5f ? 1 : 0;
            torn += outputs[i] == outputs[unit * (SIZE / units)] ? 0 : 1;
        }
        assertEquals(0, torn, "the elements of a unit share their fate");
        return BitMask.ofNonZero(kept, BATCH, units);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aMaskOfAnyStepIsWhatTheNetworkMultipliedBy(Case one) {
        Network network = network(one.layer(), one.implementation().open());
        Masking masking = network.maskedLayers().getFirst().masking();
        MaskReplay replay = masking.replay(SEED);
        int different = 0;
        for (long step : new long[] {1, 2, 70_000, 5_000_000_000L}) {
            BitMask expected = multiplied(network, one.units(), step);
            BitMask mask = replay.mask(step, RATE, BATCH);
            if (masking.perSample()) {
                assertEquals(expected, mask, "at step " + step);
            } else {
                assertEquals(1, mask.elements());
                assertEquals(mask.get(0) ? BATCH : 0, expected.count(), "at step " + step);
            }
            assertEquals(mask.count(), masking.kept(), "kept by the kernel");
            assertEquals(mask.elements(), masking.drawn());
            assertEquals(mask, masking.lastMask(BATCH));
            assertEquals(masking.perSample() ? 2 : 1, masking.lastMask(2).shape()[0]);
            different += mask.count();
        }
        assertNotEquals(0, different);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRateThatIsChangedHoldsFromTheNextStepOn(Case one) {
        Network network = network(one.layer(), one.implementation().open());
        multiplied(network, one.units(), 1);
        Masking masking = network.maskedLayers().getFirst().masking();
        for (double rate : new double[] {0.9, 0.2}) {
            network.setDropoutRate("layer", rate);
            multiplied(network, one.units(), 2);
            assertEquals(masking.replay(SEED).mask(2, rate, BATCH), masking.lastMask(BATCH));
        }
        network.setDropoutRate("layer", 0);
        multiplied(network, one.units(), 3);
        assertEquals(masking.drawn(), masking.kept());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aLayerWhoseRateWasChangedComputesWhatOneWithThatRateDoes(Case one) {
        Network changed = network(one.layer(), one.implementation().open());
        changed.setDropoutRate("layer", 0.6);
        Network other = network(withRate(one.layer(), 0.6), one.implementation().open());
        multiplied(changed, one.units(), 4);
        multiplied(other, one.units(), 4);
        assertEquals(
                Arrays.toString(other.plan(BATCH).output().toArray()),
                Arrays.toString(changed.plan(BATCH).output().toArray()));
    }

    private static LayerSpec withRate(LayerSpec layer, double rate) {
        return switch (layer) {
            case DropoutLayer dropout -> new DropoutLayer(rate, dropout.scaling());
            case AlphaDropoutLayer alpha -> new AlphaDropoutLayer(rate);
            case SpatialDropoutLayer spatial -> new SpatialDropoutLayer(rate);
            case StochasticDepthLayer depth -> new StochasticDepthLayer(1 - rate, depth.decay(), depth.perSample());
            default -> throw new AssertionError(layer);
        };
    }

    @Test
    void onlyALayerThatDropsUnitsHasARateToBeChanged() {
        Network network = network(new GaussianDropoutLayer(0.2), Implementation.ND4J.open());
        assertEquals(
                List.of("layer"),
                network.maskedLayers().stream().map(MaskedLayer::name).toList());
        assertEquals(0, network.maskedLayers().getFirst().masking().units());
        network.setDropoutRate("layer", 0.3);
        assertEquals("there is no layer 'lair'", refusal(network, "lair", 0.1));
        assertEquals(
                "layer 'before': its rate was 0 when the training began, so it has no masks",
                refusal(network, "before", 0.1));
        assertEquals(
                "layer 'layer': the rate must be at least 0 and less than 1, is 1.0", refusal(network, "layer", 1));
        assertEquals(0.3, network.maskedLayers().getFirst().masking().rate());
    }

    private static String refusal(Network network, String layer, double rate) {
        return assertThrows(IllegalArgumentException.class, () -> network.setDropoutRate(layer, rate))
                .getMessage();
    }
}
