package org.backprop.runlog.preview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.backprop.runlog.internal.Json;
import org.backprop.runlog.internal.JsonException;

/**
 * How the data of a model is divided, and some training samples.
 *
 * @param shape shape of one sample
 * @param classes names of the classes; empty for regression
 * @param columns names of the features of a table, as many as samples show; empty if they have none
 * @param train the training set
 * @param validation the validation set
 * @param test the test set
 * @param samples training samples
 */
public record DataPreview(
        List<Integer> shape,
        List<String> classes,
        List<String> columns,
        SetSize train,
        SetSize validation,
        SetSize test,
        List<Sample> samples) {
    private static final int COLORS = 3;
    private static final int MOST_PIXELS = 4096;

    /**
     * The size of a set.
     *
     * @param samples number of samples
     * @param perClass number of samples of each class; empty for regression
     */
    public record SetSize(long samples, List<Long> perClass) {}

    /**
     * A picture.
     *
     * @param rgb red, green and blue of each pixel, row by row
     */
    public record Picture(int width, int height, byte[] rgb) {}

    /**
     * A sample, or what augmentation makes of one.
     *
     * @param target its class, or the number to predict
     * @param picture what it looks like, if it is a picture
     * @param values its first features, if it is no picture
     * @param variants what augmentation makes of it
     */
    public record Sample(String target, Optional<Picture> picture, List<String> values, List<Sample> variants) {}

    /**
     * Reads what the trainer has printed.
     *
     * @throws IOException if it is no such text
     */
    public static DataPreview parse(String text) throws IOException {
        try {
            Json json = Json.parse(text);
            Json sets = json.object("sets");
            List<String> classes = json.strings("classes");
            return new DataPreview(
                    json.integers("shape").stream().map(Math::toIntExact).toList(),
                    classes,
                    json.strings("columns"),
                    set(sets.object("train"), classes),
                    set(sets.object("validation"), classes),
                    set(sets.object("test"), classes),
                    samples(json, "samples"));
        } catch (JsonException | ArithmeticException e) {
            throw new IOException("not a preview of data: " + e.getMessage(), e);
        }
    }

    private static SetSize set(Json json, List<String> classes) throws JsonException {
        List<Long> perClass = json.integers("per_class");
        if (perClass.size() != classes.size()) {
            throw new JsonException("\"per_class\" must have a number for each class");
        }
        return new SetSize(json.integer("samples"), perClass);
    }

    private static List<Sample> samples(Json json, String name) throws JsonException {
        List<Sample> samples = new ArrayList<>();
        for (Json sample : json.objects(name)) {
            boolean picture = sample.has("pixels");
            samples.add(new Sample(
                    sample.string("target"),
                    picture ? Optional.of(picture(sample)) : Optional.empty(),
                    picture ? List.of() : sample.strings("values"),
                    sample.has("variants") ? samples(sample, "variants") : List.of()));
        }
        return samples;
    }

    private static Picture picture(Json json) throws JsonException {
        int width = (int) json.integer("width", 1, MOST_PIXELS);
        int height = (int) json.integer("height", 1, MOST_PIXELS);
        try {
            byte[] pixels = Base64.getDecoder().decode(json.string("pixels"));
            if (pixels.length == COLORS * width * height) {
                return new Picture(width, height, pixels);
            }
        } catch (IllegalArgumentException malformed) {
            // said below
        }
        throw new JsonException("\"pixels\" must be three bytes for each pixel, in Base64");
    }
}
