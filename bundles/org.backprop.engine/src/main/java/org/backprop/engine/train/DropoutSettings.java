package org.backprop.engine.train;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

import org.backprop.engine.layers.Masking;
import org.backprop.engine.network.MaskedLayer;
import org.backprop.engine.network.Network;

/** What was changed about dropout in flight: rates, and the step whose masks all steps use. */
final class DropoutSettings {

    private static final String FROZEN = "dropout/frozen_step";
    private static final String RATE = "dropout/rate/";

    private final Network network;
    private final Map<String, Double> initial = new TreeMap<>();
    private long frozen;

    DropoutSettings(Network network) {
        this.network = network;
        for (MaskedLayer layer : network.maskedLayers()) {
            initial.put(layer.name(), layer.masking().rate());
        }
    }

    /** See {@link Trainer#freezeDropout}. */
    void freeze(long step, long next) {
        if (network.maskedLayers().stream().map(MaskedLayer::masking).noneMatch(DropoutSettings::hasMask)) {
            throw new IllegalArgumentException("the network has no layer with dropout masks");
        }
        if (step < 1 || step > next) {
            throw new IllegalArgumentException("the step must be 1 to " + next + ", is " + step);
        }
        frozen = step;
    }

    private static boolean hasMask(Masking masking) {
        return masking.units() > 0;
    }

    void unfreeze() {
        frozen = 0;
    }

    OptionalLong frozen() {
        return frozen == 0 ? OptionalLong.empty() : OptionalLong.of(frozen);
    }

    /** Number of steps before the one whose masks are used, where {@code step} steps were made. */
    long maskStep(long step) {
        return frozen == 0 ? step : frozen - 1;
    }

    /** Takes note of the masks that were drawn elsewhere, with the present rates, where {@code step} steps were made. */
    void applied(long seed, long step, BatchSums batch) {
        List<MaskedLayer> layers = network.maskedLayers();
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).masking().applied(seed, maskStep(step) + 1, batch.kept()[i], batch.drawn()[i]);
        }
    }

    /** What was changed, by name. */
    Map<String, Double> numbers() {
        Map<String, Double> numbers = new TreeMap<>();
        if (frozen != 0) {
            numbers.put(FROZEN, (double) frozen);
        }
        for (MaskedLayer layer : network.maskedLayers()) {
            if (layer.masking().rate() != initial.get(layer.name())) {
                numbers.put(RATE + layer.name(), layer.masking().rate());
            }
        }
        return numbers;
    }

    void restore(Map<String, Double> numbers) {
        frozen = numbers.getOrDefault(FROZEN, 0.0).longValue();
        for (MaskedLayer layer : network.maskedLayers()) {
            layer.masking().setRate(numbers.getOrDefault(RATE + layer.name(), initial.get(layer.name())));
        }
    }
}
