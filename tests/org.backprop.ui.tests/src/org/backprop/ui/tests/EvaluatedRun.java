package org.backprop.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.backprop.runlog.evaluation.EvaluatedSet;
import org.backprop.runlog.evaluation.EvaluationFile;
import org.backprop.runlog.evaluation.EvaluationRecord;
import org.backprop.runlog.evaluation.SampleInputs;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunFolder;

/** Writes runs with evaluations on the validation set, as the trainer does. */
final class EvaluatedRun {
    private EvaluatedRun() {}

    /** A run whose set has 5 cats, of which 2 are taken for dogs, and 5 dogs, of which 1 is taken for a cat; pictures of 2 by 2. */
    static Path classes(Path runs) throws IOException {
        float[] dog = {0.1f, 0.2f, 0.3f, 0.6f, 0.9f, 0.4f, 0.7f, 0.8f, 0.9f, 0.95f};
        float[] outputs = new float[20];
        int[] labels = new int[10];
        int[] predicted = new int[10];
        float[] losses = new float[10];
        for (int i = 0; i < 10; i++) {
            outputs[2 * i] = 1 - dog[i];
            outputs[2 * i + 1] = dog[i];
            labels[i] = i / 5;
            predicted[i] = dog[i] > 0.5 ? 1 : 0;
            losses[i] = (float) -Math.log(outputs[2 * i + labels[i]]);
        }
        SampleInputs inputs = new SampleInputs(
                List.of(1, 2, 2), List.of(), new int[] {3, 4}, new float[] {0, 1, 0.5f, 0, 1, 1, 0, 0});
        return write(runs, record(List.of("cat", "dog"), 2, outputs, labels, predicted, new float[0], losses, inputs));
    }

    /** A run that predicts the numbers 0 to 9 by one too much. */
    static Path numbers(Path runs) throws IOException {
        float[] targets = new float[10];
        float[] outputs = new float[10];
        float[] losses = new float[10];
        for (int i = 0; i < 10; i++) {
            targets[i] = i;
            outputs[i] = i + 1;
            losses[i] = 1;
        }
        SampleInputs inputs = new SampleInputs(List.of(1), List.of("width"), new int[] {2}, new float[] {7.5f});
        return write(runs, record(List.of(), 1, outputs, new int[0], new int[0], targets, losses, inputs));
    }

    /** A run with many samples of many classes, of which about half are predicted right. */
    static Path large(Path runs, int samples, int classes) throws IOException {
        Random random = new Random(1);
        float[] outputs = new float[samples * classes];
        int[] labels = new int[samples];
        int[] predicted = new int[samples];
        float[] losses = new float[samples];
        float[] pictures = new float[samples * 64];
        for (int i = 0; i < samples; i++) {
            labels[i] = random.nextInt(classes);
            predicted[i] = random.nextBoolean() ? labels[i] : random.nextInt(classes);
            for (int k = 0; k < classes; k++) {
                outputs[i * classes + k] = random.nextFloat() / classes;
            }
            outputs[i * classes + predicted[i]] = 0.5f + random.nextFloat() / 2;
            losses[i] = random.nextFloat();
            for (int k = 0; k < 64; k++) {
                pictures[i * 64 + k] = random.nextFloat();
            }
        }
        int[] rows = IntStream.range(0, samples).toArray();
        SampleInputs inputs = new SampleInputs(List.of(1, 8, 8), List.of(), rows, pictures);
        List<String> names =
                IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
        return write(runs, record(names, classes, outputs, labels, predicted, new float[0], losses, inputs));
    }

    private static EvaluationRecord record(
            List<String> classes,
            int width,
            float[] outputs,
            int[] labels,
            int[] predicted,
            float[] targets,
            float[] losses,
            SampleInputs inputs) {
        EvaluatedSet set = new EvaluatedSet(
                "validation", "best", Long.MAX_VALUE, losses.length, width, !classes.isEmpty(), classes);
        return new EvaluationRecord(
                set,
                outputs,
                labels,
                predicted,
                targets,
                losses,
                IntStream.range(0, losses.length).toArray(),
                inputs);
    }

    private static Path write(Path runs, EvaluationRecord record) throws IOException {
        Path run = RecordedRun.write(runs, "evaluated", Outcome.COMPLETED);
        Files.createDirectories(run.resolve("checkpoints"));
        Files.write(run.resolve("checkpoints/weights.safetensors"), new byte[] {1});
        EvaluationFile.write(EvaluationFile.in(new RunFolder(run), "validation", "best"), record);
        return run;
    }
}
