package org.backprop.runlog.evaluation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.backprop.runlog.internal.Json;
import org.backprop.runlog.internal.JsonException;

/**
 * What a network said about one input.
 *
 * @param id number of the request
 * @param outputs its outputs; NaN for what is not finite
 * @param label the class that the input is taken for; empty for a regression
 * @param values the input, where it was read from a file; empty otherwise
 * @param error why there are no outputs; empty if there are
 */
public record Prediction(
        long id, float[] outputs, Optional<String> label, Optional<float[]> values, Optional<String> error) {

    /**
     * Reads an answer.
     *
     * @throws IOException if the line is none
     */
    public static Prediction parse(String line) throws IOException {
        try {
            Json json = Json.parse(line);
            return new Prediction(
                    json.has("id") ? json.integer("id") : -1,
                    json.has("outputs") ? numbers(json, "outputs") : new float[0],
                    json.optionalString("class"),
                    json.has("values") ? Optional.of(numbers(json, "values")) : Optional.empty(),
                    json.optionalString("error"));
        } catch (JsonException e) {
            throw new IOException("not an answer of a network: " + e.getMessage(), e);
        }
    }

    static float[] numbers(Json json, String name) throws JsonException {
        if (!(json.toMap().get(name) instanceof List<?> list)) {
            throw new JsonException("\"" + name + "\" must be an array of numbers");
        }
        float[] numbers = new float[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i) instanceof Number number ? number.floatValue() : Float.NaN;
        }
        return numbers;
    }
}
