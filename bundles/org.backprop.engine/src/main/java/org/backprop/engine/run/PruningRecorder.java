package org.backprop.engine.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.engine.network.Parameter;
import org.backprop.engine.network.WeightLayer;
import org.backprop.engine.pruning.Masks;
import org.backprop.engine.pruning.PruneException;
import org.backprop.engine.pruning.PruneResult;
import org.backprop.engine.pruning.PrunedLayer;
import org.backprop.engine.pruning.Pruner;
import org.backprop.engine.train.MagnitudeHistogram;
import org.backprop.engine.train.Trainer;
import org.backprop.model.BlockPattern;
import org.backprop.model.MagnitudePruning;
import org.backprop.model.Model;
import org.backprop.model.PruningSpec;
import org.backprop.runlog.events.Histogram;
import org.backprop.runlog.run.RunWriter;
import org.backprop.runlog.tensor.BitMask;

/**
 * Records what is pruned: sparsities, masks where they have changed, and the saliencies of the weights that are left. What
 * happens between two steps belongs to the second of them.
 */
final class PruningRecorder {

    private static final String SALIENCY = "saliency/";

    private final RunWriter writer;
    private final Trainer trainer;
    private final Pruner pruner;
    private final Optional<PruningSpec> criterion;
    private final int saliencyEvery;
    private final List<WeightLayer> layers;
    private final Map<String, BitMask> recorded = new HashMap<>();
    private final Optional<MagnitudeSaliencies> magnitudes;

    PruningRecorder(RunWriter writer, Trainer trainer, Model model) {
        this.writer = writer;
        this.trainer = trainer;
        pruner = trainer.pruner();
        criterion = model.training().pruning().map(section -> section.criterion());
        saliencyEvery = model.monitor().saliencyEvery();
        layers = trainer.network().weightLayers();
        magnitudes = model.training()
                .pruning()
                .filter(section -> section.criterion() instanceof MagnitudePruning
                        && !(section.pattern().orElse(null) instanceof BlockPattern))
                .map(section -> new MagnitudeSaliencies(
                        trainer.network(),
                        layers.stream()
                                .filter(layer -> !section.excludes(layer.name()))
                                .toList()));
        pruner.addListener(this::pruned);
    }

    /** Goes on with a run: records the masks that it has. */
    void goOn() {
        if (pruner.masks().exist()) {
            pruned(pruner.state());
        }
    }

    /** After a step, numbered from 1. */
    void onStep(long step) throws IOException {
        if (criterion.isPresent()
                && saliencyEvery > 0
                && step % saliencyEvery == 0
                && !pruner.readsSamples(criterion.get())) {
            recordSaliencies(step);
        }
    }

    /** After an epoch, which ended with a step. */
    void onEpoch(long step) throws IOException {
        if (criterion.isPresent() || pruner.masks().exist()) {
            recordSparsities(step, pruner.state());
        }
        if (criterion.isPresent() && saliencyEvery > 0 && pruner.readsSamples(criterion.get())) {
            recordSaliencies(step);
        }
    }

    private void recordSaliencies(long step) throws IOException {
        if (magnitudes.isPresent()) {
            for (Map.Entry<String, Histogram> layer : magnitudes.get().take().entrySet()) {
                writer.histogram(SALIENCY + layer.getKey(), step, layer.getValue());
            }
            return;
        }
        try {
            recordSaliencies(step, pruner.saliencies(criterion.orElseThrow()));
        } catch (PruneException e) {
            // not measurable now: the removal itself will say so
        }
    }

    private void recordSaliencies(long step, Map<String, float[]> saliencies) throws IOException {
        for (Map.Entry<String, float[]> layer : saliencies.entrySet()) {
            writer.histogram(SALIENCY + layer.getKey(), step, MagnitudeHistogram.of(layer.getValue()));
        }
    }

    private void recordSparsities(long step, PruneResult state) throws IOException {
        writer.scalar("sparsity", step, state.sparsity());
        for (PrunedLayer layer : state.layers()) {
            writer.scalar("sparsity/" + layer.name(), step, layer.sparsity());
        }
    }

    private void pruned(PruneResult result) {
        long step = trainer.step() + 1;
        try {
            if (result.removed() > 0 || result.regrown() > 0) {
                writer.scalar("pruning/pruned", step, result.removed());
                recordThresholds(step, result);
                if (criterion.isPresent()) {
                    recordSaliencies(step, pruner.lastSaliencies());
                }
            }
            recordSparsities(step, result);
            recordMasks(step);
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void recordThresholds(long step, PruneResult result) throws IOException {
        if (result.threshold().isPresent()) {
            writer.scalar("pruning/threshold", step, result.threshold().getAsDouble());
        }
        for (PrunedLayer layer : result.layers()) {
            if (layer.threshold().isPresent()) {
                writer.scalar(
                        "pruning/threshold/" + layer.name(),
                        step,
                        layer.threshold().getAsDouble());
            }
        }
    }

    private void recordMasks(long step) throws IOException {
        Masks masks = pruner.masks();
        for (WeightLayer layer : layers) {
            for (Parameter weights : layer.weights()) {
                recordMask(step, weights, masks);
            }
            if (layer.bias().isPresent()) {
                Parameter bias = layer.bias().get();
                boolean wasRecorded = recorded.containsKey(bias.name());
                if (wasRecorded || masks.kept(bias) < bias.length()) {
                    recordMask(step, bias, masks);
                }
            }
        }
    }

    private void recordMask(long step, Parameter parameter, Masks masks) throws IOException {
        int[] shape = parameter.shape().stream().mapToInt(Integer::intValue).toArray();
        BitMask mask = BitMask.ofNonZero(masks.of(parameter), shape);
        if (!mask.equals(recorded.put(parameter.name(), mask))) {
            writer.tensor("mask/" + parameter.name(), step, mask.toTensor());
        }
    }
}
