package org.backprop.engine.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.FeatureScale;
import org.backprop.engine.data.Progress;
import org.backprop.engine.run.TrainingTask;
import org.backprop.engine.train.Predictions;
import org.backprop.engine.train.SampleLosses;
import org.backprop.model.LossSpec;
import org.backprop.model.PoissonLoss;
import org.backprop.runlog.evaluation.EvaluatedSet;
import org.backprop.runlog.evaluation.EvaluationRecord;
import org.backprop.runlog.evaluation.SampleInputs;

/**
 * Records what the network of a task says about each sample of a set. A record holds at most {@value #MOST_SAMPLES}
 * samples, {@value #MOST_OUTPUTS} outputs and {@value #MOST_INPUTS} values of inputs; of larger sets it takes samples that
 * are evenly spaced.
 */
public final class SetRecorder {
    static final int MOST_SAMPLES = 200_000;
    static final int MOST_OUTPUTS = 5_000_000;
    static final int MOST_INPUTS = 2_000_000;
    private static final int CHUNK = 256;

    private final TrainingTask task;
    private final Dataset data;
    private final List<String> columns;
    private final Predictions predictions;

    /**
     * @param data the set
     * @param columns names of the features of a table; empty if they have none
     */
    public SetRecorder(TrainingTask task, Dataset data, List<String> columns) {
        this.task = task;
        this.data = data;
        this.columns = columns;
        predictions = new Predictions(task.network(), task.model().training().loss());
    }

    /**
     * Evaluates the set with the parameters as they are.
     *
     * @param split name of the set
     * @param checkpoint name of the weights
     * @param modified when the weights were written, in milliseconds since 1970
     * @throws CancellationException if {@code progress} is canceled
     */
    public EvaluationRecord record(String split, String checkpoint, long modified, Progress progress) {
        int outputs = task.network().outputs();
        int[] samples = samples(Math.min(MOST_SAMPLES, Math.max(1, MOST_OUTPUTS / outputs)));
        List<String> classes = data.labels() == null
                ? List.of()
                : predictions.classes(task.splits().train().classes());
        EvaluatedSet set = new EvaluatedSet(
                split, checkpoint, modified, data.count(), outputs, predictions.areProbabilities(), classes);
        float[] values = predict(samples);
        float[] losses = SampleLosses.of(task.network(), data, samples, progress);
        int[] labels = set.classifies()
                ? Arrays.stream(samples).map(i -> data.labels()[i]).toArray()
                : new int[0];
        int[] predicted = new int[labels.length];
        Arrays.setAll(predicted, row -> predictions.best(values, row));
        int[] kept =
                KeptInputs.choose(labels, predicted, classes.size(), losses, Math.max(1, MOST_INPUTS / data.width()));
        return new EvaluationRecord(
                set,
                values,
                labels,
                predicted,
                set.classifies() ? new float[0] : targets(samples, outputs),
                losses,
                samples,
                inputs(samples, kept));
    }

    private int[] samples(int most) {
        int[] samples = new int[Math.min(data.count(), most)];
        Arrays.setAll(samples, i -> (int) ((long) i * data.count() / samples.length));
        return samples;
    }

    private float[] predict(int[] samples) {
        int outputs = task.network().outputs();
        int width = data.width();
        float[] values = new float[samples.length * outputs];
        for (int from = 0; from < samples.length; from += CHUNK) {
            int count = Math.min(CHUNK, samples.length - from);
            float[] features = new float[count * width];
            for (int i = 0; i < count; i++) {
                data.rows().read(samples[from + i], features, i * width);
            }
            float[] part = predictions.of(features);
            System.arraycopy(part, 0, values, from * outputs, part.length);
        }
        LossSpec loss = task.model().training().loss();
        if (loss instanceof PoissonLoss poisson && poisson.logInput()) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) Math.exp(values[i]);
            }
        }
        return values;
    }

    /** The numbers to predict; a class that is to be predicted as a number counts as its index. */
    private float[] targets(int[] samples, int outputs) {
        float[] targets = new float[samples.length * outputs];
        for (int row = 0; row < samples.length; row++) {
            if (data.labels() == null) {
                System.arraycopy(data.targets(), samples[row] * outputs, targets, row * outputs, outputs);
            } else {
                Arrays.fill(targets, row * outputs, (row + 1) * outputs, data.labels()[samples[row]]);
            }
        }
        return targets;
    }

    private SampleInputs inputs(int[] samples, int[] kept) {
        FeatureScale scale = task.splits().scale();
        int width = data.width();
        float[] values = new float[kept.length * width];
        for (int i = 0; i < kept.length; i++) {
            data.rows().read(samples[kept[i]], values, i * width);
            scale.undo(values, i * width, width);
        }
        return new SampleInputs(data.shape().dims(), columns.size() == width ? columns : List.of(), kept, values);
    }
}
