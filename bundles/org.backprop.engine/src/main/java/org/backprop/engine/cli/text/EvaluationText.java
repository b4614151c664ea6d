package org.backprop.engine.cli.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.backprop.engine.train.Evaluation;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

/**
 * What an evaluation found, as text.
 *
 * @param result what was found
 * @param set name of the set
 * @param classes names of the classes, as far as they have some
 */
public record EvaluationText(Evaluation result, String set, List<String> classes) {

    /** Lines for people. */
    public String plain() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "samples %,d%nloss/%s %.6f%n", result.samples(), set, result.loss()));
        result.accuracy()
                .ifPresent(accuracy -> text.append(String.format(Locale.ROOT, "accuracy/%s %.4f%n", set, accuracy)));
        result.metrics()
                .forEach((key, value) -> text.append(String.format(Locale.ROOT, "%s/%s %.4f%n", key, set, value)));
        result.confusion().ifPresent(counts -> matrix(counts, text));
        return text.toString();
    }

    private void matrix(long[][] counts, StringBuilder text) {
        text.append(String.format("confusion_matrix/%s (rows: classes, columns: predicted)%n", set));
        for (int i = 0; i < counts.length; i++) {
            text.append(i < classes.size() ? classes.get(i) : String.valueOf(i));
            for (long count : counts[i]) {
                text.append(String.format(Locale.ROOT, "%8d", count));
            }
            text.append(System.lineSeparator());
        }
    }

    /**
     * One JSON object; a value that is not defined is null.
     *
     * @param checkpoint name of the weights
     * @param record file with what was said about each sample
     */
    public String json(String checkpoint, Path record) {
        Gson gson = new GsonBuilder().setPrettyPrinting().serializeNulls().create();
        JsonObject metrics = new JsonObject();
        result.values()
                .forEach((key, value) -> metrics.addProperty(key + "/" + set, Double.isFinite(value) ? value : null));
        JsonObject object = new JsonObject();
        object.addProperty("split", set);
        object.addProperty("checkpoint", checkpoint);
        object.addProperty("samples", result.samples());
        object.add("metrics", metrics);
        result.confusion().ifPresent(counts -> object.add("confusion_matrix", gson.toJsonTree(counts)));
        object.addProperty("record", record.toString());
        return gson.toJson(object) + System.lineSeparator();
    }
}
