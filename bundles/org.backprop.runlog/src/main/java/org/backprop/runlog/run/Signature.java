package org.backprop.runlog.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backprop.runlog.internal.AtomicFiles;
import org.backprop.runlog.internal.Json;
import org.backprop.runlog.internal.JsonException;

/**
 * What the network of a run takes and what it tells apart, the content of {@code signature.json}: with the model and the
 * weights all that predicting needs, so that a run predicts where its data is not.
 *
 * @param shape shape of one sample
 * @param columns names of the features of a table; empty if they have none
 * @param classes names of the classes; empty for a regression
 * @param offset what is subtracted from the features: a number for each feature of a table, for each channel of pictures of
 *     the shape [channels, rows, columns], or one for samples of any other shape
 * @param scale what they are divided by then, as many numbers, none of them 0
 * @param example a training sample, row-major, as it was before scaling
 * @param background mean of the outermost pixels of pictures, 0 to 1; 0 if there are none
 * @param extent mean size of what pictures show as a share of the picture, 0 to 1; 0 if there are none
 */
public record Signature(
        List<Integer> shape,
        List<String> columns,
        List<String> classes,
        float[] offset,
        float[] scale,
        float[] example,
        double background,
        double extent) {
    private static final int FORMAT = 1;
    private static final long MAX_BYTES = 64 << 20;

    /** Copies the lists. */
    public Signature {
        shape = List.copyOf(shape);
        columns = List.copyOf(columns);
        classes = List.copyOf(classes);
    }

    /**
     * Writes {@code file}, replacing an old one atomically.
     *
     * @throws IllegalArgumentException if a number is not finite
     */
    public void write(Path file) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("shape", shape);
        json.put("columns", columns);
        json.put("classes", classes);
        json.put("offset", offset);
        json.put("scale", scale);
        json.put("example", example);
        json.put("background", background);
        json.put("extent", extent);
        AtomicFiles.replace(file, Json.compact(json));
    }

    /**
     * Reads {@code file}.
     *
     * @throws IOException if it cannot be read, is not JSON, or a member is missing or does not fit; the message names file and
     *     fault
     */
    public static Signature read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException(file + ": larger than " + MAX_BYTES + " bytes");
        }
        try {
            Json json = Json.parse(new String(Files.readAllBytes(file), UTF_8));
            json.integer("format", 1, FORMAT);
            return new Signature(
                            dimensions(json),
                            json.strings("columns"),
                            json.strings("classes"),
                            json.floats("offset"),
                            json.floats("scale"),
                            json.floats("example"),
                            json.number("background"),
                            json.number("extent"))
                    .checked();
        } catch (JsonException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static List<Integer> dimensions(Json json) throws JsonException {
        List<Integer> shape = new ArrayList<>();
        long size = 1;
        for (long dimension : json.integers("shape")) {
            size *= dimension;
            if (dimension < 1 || size < 1 || size > Integer.MAX_VALUE) {
                throw new JsonException("\"shape\" must be that of a sample, positive numbers");
            }
            shape.add((int) dimension);
        }
        return shape;
    }

    private Signature checked() throws JsonException {
        int size = shape.stream().reduce(1, Math::multiplyExact);
        int groups = shape.size() == 1 || shape.size() == 3 ? shape.getFirst() : 1;
        if (example.length != size) {
            throw new JsonException("\"example\" must have the %d values of the shape".formatted(size));
        }
        if (offset.length != groups || scale.length != groups) {
            throw new JsonException("\"offset\" and \"scale\" must have %d values each".formatted(groups));
        }
        for (float divisor : scale) {
            if (divisor == 0) {
                throw new JsonException("\"scale\" must not be 0");
            }
        }
        return this;
    }
}
