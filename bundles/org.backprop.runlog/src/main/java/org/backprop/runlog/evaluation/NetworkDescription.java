package org.backprop.runlog.evaluation;

import java.io.IOException;
import java.util.List;

import org.backprop.runlog.internal.Json;
import org.backprop.runlog.internal.JsonException;

/**
 * What a network that answers single inputs says about itself.
 *
 * @param shape shape of one input
 * @param columns names of the features of a table; empty if they have none
 * @param classes names of the classes; empty for a regression
 * @param outputs names of the outputs
 * @param probabilities whether the outputs are probabilities
 * @param example a training sample, as it was before scaling
 * @param background mean of the outermost pixels of pictures, 0 to 1; 0 if there are none
 * @param extent mean size of what pictures show as a share of the picture; 0 if there are none
 */
public record NetworkDescription(
        List<Integer> shape,
        List<String> columns,
        List<String> classes,
        List<String> outputs,
        boolean probabilities,
        float[] example,
        double background,
        double extent) {

    /**
     * Reads the line with which the trainer begins to serve.
     *
     * @throws IOException if it is no such line
     */
    public static NetworkDescription parse(String line) throws IOException {
        try {
            Json json = Json.parse(line);
            return new NetworkDescription(
                    json.integers("shape").stream().map(Math::toIntExact).toList(),
                    json.strings("columns"),
                    json.strings("classes"),
                    json.strings("outputs"),
                    json.bool("probabilities"),
                    Prediction.numbers(json, "example"),
                    json.has("background") ? json.number("background") : 0,
                    json.has("extent") ? json.number("extent") : 0);
        } catch (JsonException | ArithmeticException e) {
            throw new IOException("not a description of a network: " + e.getMessage(), e);
        }
    }

    /** Whether inputs are pictures that can be drawn. */
    public boolean takesPictures() {
        return SampleInputs.arePictures(shape);
    }
}
