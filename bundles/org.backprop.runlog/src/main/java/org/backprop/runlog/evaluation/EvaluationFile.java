package org.backprop.runlog.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;

import org.backprop.runlog.internal.Json;
import org.backprop.runlog.internal.JsonException;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.safetensors.Safetensors;
import org.backprop.runlog.safetensors.TensorFile;
import org.backprop.runlog.tensor.Tensor;

/** Evaluations as safetensors files, which any reader of that format can read too. */
public final class EvaluationFile {
    private static final String FOLDER = "evaluations";
    private static final String HEAD = "backprop.evaluation";
    private static final String OUTPUTS = "outputs";
    private static final String LABELS = "labels";
    private static final String PREDICTED = "predicted";
    private static final String TARGETS = "targets";
    private static final String LOSSES = "losses";
    private static final String SAMPLES = "samples";
    private static final String INPUTS = "inputs";
    private static final String INPUT_ROWS = "input_rows";

    private EvaluationFile() {}

    /**
     * Where the evaluation of a set is kept in the folder of a run.
     *
     * @param split train, validation or test
     * @param checkpoint best, last, or the name of a file of weights
     */
    public static Path in(RunFolder run, String split, String checkpoint) {
        return run.path()
                .resolve(FOLDER)
                .resolve(split + "-" + checkpoint.replaceAll("[^\\w.-]", "_") + ".safetensors");
    }

    /** Writes a file and the folder for it, replacing an old one atomically. */
    public static void write(Path file, EvaluationRecord record) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        int rows = record.size();
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(OUTPUTS, Tensor.floats(record.outputs(), rows, record.set().outputs()));
        if (record.set().classifies()) {
            tensors.put(LABELS, integers(record.labels()));
            tensors.put(PREDICTED, integers(record.predicted()));
        } else {
            tensors.put(
                    TARGETS, Tensor.floats(record.targets(), rows, record.set().outputs()));
        }
        tensors.put(LOSSES, Tensor.floats(record.losses(), rows));
        tensors.put(SAMPLES, integers(record.samples()));
        tensors.put(INPUTS, Tensor.floats(record.inputs().values(), inputShape(record.inputs())));
        tensors.put(INPUT_ROWS, integers(record.inputs().rows()));
        Safetensors.write(file, tensors, Map.of(HEAD, Json.compact(head(record))));
    }

    private static Tensor integers(int[] values) {
        return Tensor.longs(IntStream.of(values).asLongStream().toArray(), values.length);
    }

    private static long[] inputShape(SampleInputs inputs) {
        return IntStream.concat(
                        IntStream.of(inputs.rows().length),
                        inputs.shape().stream().mapToInt(Integer::intValue))
                .asLongStream()
                .toArray();
    }

    private static Map<String, Object> head(EvaluationRecord record) {
        EvaluatedSet set = record.set();
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("split", set.split());
        head.put("checkpoint", set.checkpoint());
        head.put("modified", set.modified());
        head.put("total", set.total());
        head.put("probabilities", set.probabilities());
        head.put("classes", set.classes());
        head.put("columns", record.inputs().columns());
        return head;
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read or is no evaluation; the message names the file and what is wrong
     */
    public static EvaluationRecord read(Path file) throws IOException {
        TensorFile content = Safetensors.read(file);
        try {
            String head = content.metadata().get(HEAD);
            if (head == null) {
                throw new JsonException("it has no metadata \"" + HEAD + "\"");
            }
            return record(content.tensors(), Json.parse(head));
        } catch (JsonException | IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            throw new IOException(file + ": not an evaluation of this program: " + e.getMessage(), e);
        }
    }

    private static EvaluationRecord record(Map<String, Tensor> tensors, Json head) throws JsonException {
        Tensor outputs = tensor(tensors, OUTPUTS);
        List<String> classes = head.strings("classes");
        boolean classifies = !classes.isEmpty();
        EvaluatedSet set = new EvaluatedSet(
                head.string("split"),
                head.string("checkpoint"),
                head.integer("modified"),
                (int) head.integer("total", 0, Integer.MAX_VALUE),
                outputs.shape().size() == 2 ? Math.toIntExact(outputs.shape().getLast()) : 0,
                head.bool("probabilities"),
                classes);
        Tensor inputs = tensor(tensors, INPUTS);
        List<Integer> shape =
                inputs.shape().stream().skip(1).map(Math::toIntExact).toList();
        return new EvaluationRecord(
                set,
                outputs.toFloats(),
                classifies ? integers(tensors, LABELS) : new int[0],
                classifies ? integers(tensors, PREDICTED) : new int[0],
                classifies ? new float[0] : tensor(tensors, TARGETS).toFloats(),
                tensor(tensors, LOSSES).toFloats(),
                integers(tensors, SAMPLES),
                new SampleInputs(shape, head.strings("columns"), integers(tensors, INPUT_ROWS), inputs.toFloats()));
    }

    private static Tensor tensor(Map<String, Tensor> tensors, String name) throws JsonException {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new JsonException("it has no tensor \"" + name + "\"");
        }
        return tensor;
    }

    private static int[] integers(Map<String, Tensor> tensors, String name) throws JsonException {
        return Arrays.stream(tensor(tensors, name).toLongs())
                .mapToInt(Math::toIntExact)
                .toArray();
    }
}
