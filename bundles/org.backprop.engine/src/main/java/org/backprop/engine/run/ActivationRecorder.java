package org.backprop.engine.run;

import java.io.IOException;
import java.util.List;

import org.backprop.engine.network.Network;
import org.backprop.engine.network.WatchedLayer;
import org.backprop.engine.train.ActivationStatistics;
import org.backprop.engine.train.StepView;
import org.backprop.runlog.run.RunWriter;

/** Writes what the activations of each layer are like. */
final class ActivationRecorder {

    private final RunWriter writer;
    private final List<Tags> layers;

    ActivationRecorder(RunWriter writer, Network network) {
        this.writer = writer;
        layers = network.watchedLayers().stream()
                .map(WatchedLayer::name)
                .map(Tags::new)
                .toList();
    }

    /** The tags of a layer, made once. */
    private record Tags(
            String mean, String deviation, String zeros, String dead, String saturated, String distribution) {
        Tags(String layer) {
            this(
                    "activation_mean/" + layer,
                    "activation_std/" + layer,
                    "activation_zeros/" + layer,
                    "dead/" + layer,
                    "saturated/" + layer,
                    "activations/" + layer);
        }
    }

    void record(StepView step) throws IOException {
        for (int i = 0; i < layers.size(); i++) {
            record(layers.get(i), step.step(), step.activations(i));
        }
    }

    private void record(Tags tags, long step, ActivationStatistics layer) throws IOException {
        writer.scalar(tags.mean(), step, layer.mean());
        writer.scalar(tags.deviation(), step, layer.standardDeviation());
        writer.scalar(tags.zeros(), step, layer.zeros());
        if (layer.dead().isPresent()) {
            writer.scalar(tags.dead(), step, layer.dead().getAsDouble());
        }
        if (layer.saturated().isPresent()) {
            writer.scalar(tags.saturated(), step, layer.saturated().getAsDouble());
        }
        writer.histogram(tags.distribution(), step, layer.histogram());
    }
}
