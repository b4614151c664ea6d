package org.backprop.engine.run;

import java.io.IOException;
import java.util.List;

import org.backprop.engine.layers.Masking;
import org.backprop.engine.network.MaskedLayer;
import org.backprop.engine.network.Network;
import org.backprop.model.MonitorSection;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.run.RunWriter;
import org.backprop.runlog.tensor.BitMask;

/**
 * Writes what dropout does: at each step the share of units that each layer kept, its rate whenever that has changed, and
 * every few steps the masks of the first samples of the batch. Every so many masks, and when an epoch ends, it also writes
 * how often each unit was kept and drawn in the masks so far; a mask
 * that is frozen counts once.
 */
final class DropoutRecorder {

    /** Masks between two records of counts, which take a hundred times the space of a mask. */
    private static final int MASKS_PER_COUNTS = 10;

    /** The counts of layers with more units are recorded when an epoch ends only. */
    private static final int MOST_UNITS = 8192;

    /** Layers with even more are not counted. */
    private static final int MOST_COUNTED = 1 << 20;

    /** The most elements of a mask, unless a single sample has more. */
    private static final int MOST_ELEMENTS = 1 << 23;

    private final RunWriter writer;
    private final List<Tracked> layers;
    private final MonitorSection monitor;
    private int masks;

    DropoutRecorder(RunWriter writer, Network network, MonitorSection monitor) {
        this.writer = writer;
        this.monitor = monitor;
        layers = network.maskedLayers().stream().map(Tracked::new).toList();
    }

    /** One layer with its tags and counts. */
    private static final class Tracked {
        private final Masking masking;
        private final String keptTag;
        private final String rateTag;
        private final String maskTag;
        private final String countsTag;
        private final MaskCounts counts;
        private double rate = Double.NaN;
        private long counted;

        Tracked(MaskedLayer layer) {
            masking = layer.masking();
            keptTag = "dropout_kept/" + layer.name();
            rateTag = "dropout_rate/" + layer.name();
            maskTag = "dropout_mask/" + layer.name();
            countsTag = "dropout_counts/" + layer.name();
            counts = new MaskCounts(masking.units());
        }

        boolean hasMask() {
            return masking.units() > 0;
        }
    }

    /** Goes on counting where the record of a run ends, which was made up to the step {@code last}. */
    void goOn(RunSnapshot run, long last) {
        layers.forEach(layer -> layer.counts.goOn(run.history(layer.countsTag), last));
    }

    /** After a step, numbered from 1. */
    void onStep(long step) throws IOException {
        boolean withMasks = monitor.masksEvery() > 0 && step % monitor.masksEvery() == 0;
        for (int i = 0; i < layers.size(); i++) {
            Tracked layer = layers.get(i);
            double rate = layer.masking.rate();
            if (rate != layer.rate) {
                layer.rate = rate;
                writer.scalar(layer.rateTag, step, rate);
            }
            if (layer.hasMask()) {
                writer.scalar(layer.keptTag, step, (double) layer.masking.kept() / layer.masking.drawn());
                if (withMasks) {
                    recordMask(layer, step);
                }
            }
        }
        if (withMasks && ++masks % MASKS_PER_COUNTS == 0) {
            recordCounts(step, MOST_UNITS);
        }
    }

    private void recordMask(Tracked layer, long step) throws IOException {
        int most = Math.max(1, MOST_ELEMENTS / layer.masking.units());
        BitMask mask = layer.masking.lastMask(Math.min(most, monitor.maskSamples()));
        if (layer.masking.units() <= MOST_COUNTED && layer.masking.maskStep() != layer.counted) {
            layer.counts.add(mask);
            layer.counted = layer.masking.maskStep();
        }
        writer.tensor(layer.maskTag, step, mask.toTensor());
    }

    /** Writes the counts of all layers as they are after a step. */
    void recordCounts(long step) throws IOException {
        recordCounts(step, Integer.MAX_VALUE);
    }

    private void recordCounts(long step, int mostUnits) throws IOException {
        for (Tracked layer : layers) {
            if (layer.counts.drawn() > 0 && layer.masking.units() <= mostUnits) {
                writer.tensor(layer.countsTag, step, layer.counts.toTensor());
            }
        }
    }
}
