package org.backprop.runlog.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backprop.runlog.internal.Json;

/** An input for a network, on its way as a line of text. */
public sealed interface PredictionRequest {

    /** @param values the features, finite, as they are before scaling */
    record Values(float[] values) implements PredictionRequest {}

    /** @param file a picture, or a table of which the first row counts */
    record File(Path file) implements PredictionRequest {}

    /** The line, without a line feed. */
    default String line(long id) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("id", id);
        switch (this) {
            case Values given -> {
                List<Float> values = new ArrayList<>();
                for (float value : given.values()) {
                    values.add(value);
                }
                request.put("values", values);
            }
            case File given -> request.put("file", given.file().toString());
        }
        return Json.compact(request);
    }
}
