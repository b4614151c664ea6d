package org.backprop.engine.cli.text;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.backprop.engine.data.preview.DataPreview;
import org.backprop.engine.data.preview.DataPreview.Sample;
import org.backprop.engine.data.preview.DataPreview.SetSize;
import org.backprop.engine.data.preview.DataPreview.Variant;
import org.backprop.model.Shape;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * A look at data, as text.
 *
 * @param preview what was found
 * @param columns names of the features of a table; empty if they have none
 */
public record PreviewText(DataPreview preview, List<String> columns) {
    private static final int COLORS = 3;
    private static final int FULL = 255;
    /** Pictures with more rows or columns are thinned to fit. */
    private static final int MOST_PIXELS = 96;
    /** Of samples with more values, the first are shown. */
    private static final int MOST_VALUES = 32;

    /** Lines for people: a row for each class, a column for each set. */
    public String plain() {
        TextTable table = new TextTable(0).line("", "train", "validation", "test");
        table.line(
                "samples",
                number(preview.train().count()),
                number(preview.validation().count()),
                number(preview.test().count()));
        for (int i = 0; i < preview.classes().size(); i++) {
            table.line(
                    preview.classes().get(i),
                    number(preview.train().perClass()[i]),
                    number(preview.validation().perClass()[i]),
                    number(preview.test().perClass()[i]));
        }
        return table.toString();
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** One JSON object on a line. */
    public String json() {
        JsonObject result = new JsonObject();
        result.add("shape", new Gson().toJsonTree(preview.shape().dims()));
        result.add("classes", strings(preview.classes()));
        result.add(
                "columns",
                strings(IntStream.range(0, Math.min(MOST_VALUES, columns.size()))
                        .mapToObj(columns::get)
                        .toList()));
        JsonObject sets = new JsonObject();
        sets.add("train", set(preview.train()));
        sets.add("validation", set(preview.validation()));
        sets.add("test", set(preview.test()));
        result.add("sets", sets);
        JsonArray samples = new JsonArray();
        preview.samples().forEach(sample -> samples.add(sample(sample)));
        result.add("samples", samples);
        return result + System.lineSeparator();
    }

    private static JsonArray strings(List<String> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }

    private static JsonObject set(SetSize size) {
        JsonObject set = new JsonObject();
        set.addProperty("samples", size.count());
        set.add("per_class", new Gson().toJsonTree(size.perClass()));
        return set;
    }

    private JsonObject sample(Sample sample) {
        JsonObject result = features(sample.features(), sample.target());
        JsonArray variants = new JsonArray();
        for (Variant variant : sample.variants()) {
            variants.add(features(variant.features(), variant.target()));
        }
        result.add("variants", variants);
        return result;
    }

    private JsonObject features(float[] values, float target) {
        JsonObject result = new JsonObject();
        result.addProperty(
                "target",
                preview.classes().isEmpty() ? text(target) : preview.classes().get((int) target));
        if (isPicture(preview.shape())) {
            picture(result, values);
        } else {
            result.add(
                    "values",
                    strings(IntStream.range(0, Math.min(MOST_VALUES, values.length))
                            .mapToObj(i -> value(i, values[i]))
                            .toList()));
        }
        return result;
    }

    private String value(int feature, float value) {
        List<String> words = preview.categories().isEmpty()
                ? List.of()
                : preview.categories().get(feature);
        boolean stands = value == Math.rint(value) && value >= 0 && value < words.size();
        return stands ? words.get((int) value) : text(value);
    }

    private static String text(float value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6
                ? Integer.toString((int) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }

    private static boolean isPicture(Shape shape) {
        List<Integer> dims = shape.dims();
        boolean channels = dims.size() == 3 && (dims.getFirst() == 1 || dims.getFirst() == COLORS);
        return (dims.size() == 2 || channels) && dims.getLast() > 1 && dims.get(dims.size() - 2) > 1;
    }

    /** Adds width, height and pixels: red, green and blue from 0 to 255, row by row, in Base64. */
    private void picture(JsonObject to, float[] values) {
        List<Integer> dims = preview.shape().dims();
        int rows = dims.get(dims.size() - 2);
        int columnsOfPixels = dims.getLast();
        int step = Math.ceilDiv(Math.max(rows, columnsOfPixels), MOST_PIXELS);
        int height = Math.ceilDiv(rows, step);
        int width = Math.ceilDiv(columnsOfPixels, step);
        int plane = dims.getFirst() == COLORS && dims.size() == 3 ? rows * columnsOfPixels : 0;
        byte[] pixels = new byte[COLORS * height * width];
        int at = 0;
        for (int row = 0; row < rows; row += step) {
            for (int column = 0; column < columnsOfPixels; column += step) {
                for (int color = 0; color < COLORS; color++) {
                    float value = values[color * plane + row * columnsOfPixels + column];
                    pixels[at++] = (byte) Math.round(Math.clamp(value, 0f, 1f) * FULL);
                }
            }
        }
        to.addProperty("width", width);
        to.addProperty("height", height);
        to.addProperty("pixels", Base64.getEncoder().encodeToString(pixels));
    }
}
