package org.backprop.engine.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.backprop.engine.minimize.Reading;
import org.backprop.engine.network.Network;
import org.backprop.engine.train.DivergedException;
import org.backprop.engine.train.EpochResult;
import org.backprop.engine.train.Evaluation;
import org.backprop.engine.train.StepView;
import org.backprop.engine.train.Trainer;
import org.backprop.engine.train.TrainingListener;
import org.backprop.engine.update.ClippingReport;
import org.backprop.model.MonitorSection;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.run.RunWriter;
import org.backprop.runlog.tensor.Tensor;

/** Writes what the trainer does into the run folder: scalars as they come, a checkpoint after each epoch. */
final class RunRecorder implements TrainingListener {
    /** By default, where the norms cost passes over all parameters of their own. */
    private static final int NORMS_EVERY = 10;

    private static final long FLUSH_NANOS = 500_000_000L;

    private final RunWriter writer;
    private final Trainer trainer;
    private final Checkpoints checkpoints;
    private final List<LayerTags> layers;
    private final List<ClippingTags> clipping;
    private final List<Reading> readings;
    private final MonitorSection monitor;
    private final int normsEvery;
    private final ActivationRecorder activations;
    private final DropoutRecorder dropout;
    private final PruningRecorder pruning;
    private final WatchingCost cost = new WatchingCost();
    private long lastFlush = System.nanoTime();
    private long lastEpoch = System.nanoTime();

    RunRecorder(RunWriter writer, Trainer trainer, Checkpoints checkpoints, TrainingTask task) {
        Network network = task.network();
        monitor = task.model().monitor();
        this.writer = writer;
        this.trainer = trainer;
        this.checkpoints = checkpoints;
        activations = new ActivationRecorder(writer, network);
        dropout = new DropoutRecorder(writer, network, monitor);
        pruning = new PruningRecorder(writer, trainer, task.model());
        layers = network.trainableLayers().stream()
                .map(layer -> new LayerTags(layer.name()))
                .toList();
        clipping = trainer.clipping() == null
                ? List.of()
                : trainer.clipping().parts().stream().map(ClippingTags::new).toList();
        readings = trainer.readings();
        normsEvery = monitor.normsEvery().orElse(network.kernels().fusesNorms() ? 1 : NORMS_EVERY);
    }

    /** The tags of a layer, made once. */
    private record LayerTags(
            String gradientNorm, String weightNorm, String updateRatio, String gradients, String weights) {
        LayerTags(String layer) {
            this(
                    "gradient_norm/" + layer,
                    "weight_norm/" + layer,
                    "update_ratio/" + layer,
                    "gradients/" + layer,
                    "weights/" + layer);
        }
    }

    /** The tags of a part of the gradient that is clipped by itself: {@code clip/norm_before/<layer>} and so on. */
    private record ClippingTags(String normBefore, String normAfter, String clipped) {
        ClippingTags(String part) {
            this(tag("norm_before", part), tag("norm_after", part), tag("clipped", part));
        }

        private static String tag(String value, String part) {
            return "clip/" + value + (part.equals(ClippingReport.WHOLE) ? "" : "/" + part);
        }
    }

    @Override
    public int normsEvery() {
        return normsEvery;
    }

    @Override
    public int histogramsEvery() {
        return monitor.histogramsEvery();
    }

    @Override
    public int activationsEvery() {
        return monitor.activationsEvery();
    }

    @Override
    public void onStep(StepView step) {
        long start = System.nanoTime();
        try {
            writer.scalar("loss/train", step.step(), step.loss());
            if (step.hasNorms()) {
                writer.scalar("learning_rate", step.step(), step.learningRate());
                recordNorms(step);
                recordReadings(step.step());
                if (step.hasClipping()) {
                    recordClipping(step.step(), step.clipping());
                }
            }
            if (step.hasHistograms()) {
                recordHistograms(step);
            }
            if (step.hasActivations()) {
                activations.record(step);
            }
            dropout.onStep(step.step());
            pruning.onStep(step.step());
            long now = System.nanoTime();
            if (now - lastFlush >= FLUSH_NANOS) {
                lastFlush = now;
                writer.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cost.add(System.nanoTime() - start + step.watchingNanos());
    }

    /** Takes over what the record of a run says that goes on after the step {@code last}. */
    void goOn(RunSnapshot run, long last) {
        dropout.goOn(run, last);
        pruning.goOn();
    }

    /** Records what is only recorded now and then, as it is after the step {@code step}. */
    void recordCounts(long step) throws IOException {
        dropout.recordCounts(step);
    }

    /** Records where the first value arose that is not finite: {@code non_finite/<layer>} is 1 at that step. */
    void recordDivergence(DivergedException divergence) throws IOException {
        writer.scalar("non_finite/" + divergence.layer(), divergence.step(), 1);
    }

    private void recordNorms(StepView step) throws IOException {
        for (int i = 0; i < layers.size(); i++) {
            writer.scalar(layers.get(i).gradientNorm(), step.step(), step.gradientNorm(i));
            writer.scalar(layers.get(i).weightNorm(), step.step(), step.weightNorm(i));
            writer.scalar(layers.get(i).updateRatio(), step.step(), step.updateRatio(i));
        }
    }

    private void recordReadings(long step) throws IOException {
        for (Reading reading : readings) {
            double value = reading.value().getAsDouble();
            if (!Double.isNaN(value)) {
                writer.scalar(reading.tag(), step, value);
            }
        }
    }

    private void recordClipping(long step, ClippingReport report) throws IOException {
        for (int i = 0; i < clipping.size(); i++) {
            writer.scalar(clipping.get(i).normBefore(), step, report.normBefore(i));
            writer.scalar(clipping.get(i).normAfter(), step, report.normAfter(i));
            writer.scalar(clipping.get(i).clipped(), step, report.clipped(i));
        }
    }

    private void recordHistograms(StepView step) throws IOException {
        for (int i = 0; i < layers.size(); i++) {
            writer.histogram(layers.get(i).gradients(), step.step(), step.gradientHistogram(i));
            writer.histogram(layers.get(i).weights(), step.step(), step.weightHistogram(i));
        }
    }

    @Override
    public void onWait(long nanos) {
        lastEpoch += nanos;
    }

    @Override
    public void onEpoch(EpochResult epoch) {
        try {
            writer.scalar("epoch", epoch.step(), epoch.epoch());
            long now = System.nanoTime();
            double seconds = (now - lastEpoch) / 1e9;
            lastEpoch = now;
            writer.scalar(
                    "throughput/samples_per_second",
                    epoch.step(),
                    epoch.training().samples() / seconds);
            if (epoch.training().accuracy().isPresent()) {
                writer.scalar(
                        "accuracy/train",
                        epoch.step(),
                        epoch.training().accuracy().getAsDouble());
            }
            recordMetrics("train", epoch.step(), epoch.training());
            if (epoch.validation().isPresent()) {
                record("validation", epoch.step(), epoch.validation().get());
            }
            recordCounts(epoch.step());
            pruning.onEpoch(epoch.step());
            writer.scalar("watching/cost", epoch.step(), cost.takeShare());
            writer.flush();
            checkpoints.save(trainer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void record(String set, long step, Evaluation evaluation) throws IOException {
        writer.scalar("loss/" + set, step, evaluation.loss());
        if (evaluation.accuracy().isPresent()) {
            writer.scalar("accuracy/" + set, step, evaluation.accuracy().getAsDouble());
        }
        recordMetrics(set, step, evaluation);
    }

    private void recordMetrics(String set, long step, Evaluation evaluation) throws IOException {
        for (Map.Entry<String, Double> metric : evaluation.metrics().entrySet()) {
            writer.scalar(metric.getKey() + "/" + set, step, metric.getValue());
        }
        if (evaluation.confusion().isPresent()) {
            long[][] counts = evaluation.confusion().get();
            long[] flat = Arrays.stream(counts).flatMapToLong(Arrays::stream).toArray();
            writer.tensor("confusion_matrix/" + set, step, Tensor.longs(flat, counts.length, counts.length));
        }
    }
}
