package org.backprop.engine.cli.prune;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import org.backprop.engine.cli.text.TextTable;
import org.backprop.engine.pruning.Quality;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * How good a network would be at some sparsities, by one or more criteria.
 *
 * @param set name of the set that it is measured on
 * @param now how good it is now
 * @param sparsity share of its weights that are 0 now
 * @param curves one for each criterion
 */
public record WhatIfReport(String set, Quality now, double sparsity, List<SparsityCurve> curves) {
    private static final int BAR = 40;
    private static final int PERCENT = 100;
    private static final String NO_VALUE = "-";

    /** Copies the list. */
    public WhatIfReport {
        curves = List.copyOf(curves);
    }

    /** A table with a bar for each line: of the accuracy if there is one, else of the loss. */
    public String text() {
        String bar = now.accuracy().isPresent() ? "accuracy" : "loss";
        TextTable table = new TextTable(0, 4)
                .line("criterion", "sparsity", "loss", "accuracy", bar)
                .line(cells("as it is", sparsity, now));
        for (SparsityCurve curve : curves) {
            curve.points().forEach(point -> table.line(cells(curve.criterion(), point.sparsity(), point.quality())));
        }
        return String.format(Locale.ROOT, "%s, %,d samples%n", set, now.samples()) + table;
    }

    private String[] cells(String name, double sparsity, Quality quality) {
        OptionalDouble accuracy = quality.accuracy();
        return new String[] {
            name,
            String.format(Locale.ROOT, "%.1f %%", PERCENT * sparsity),
            String.format(Locale.ROOT, "%.4f", quality.loss()),
            accuracy.isPresent() ? String.format(Locale.ROOT, "%.2f %%", PERCENT * accuracy.getAsDouble()) : NO_VALUE,
            "#".repeat((int) Math.round(BAR * height(quality)))
        };
    }

    /** In [0, 1]. */
    private double height(Quality quality) {
        if (quality.accuracy().isPresent()) {
            return quality.accuracy().getAsDouble();
        }
        double most = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(point -> point.quality().loss())
                .filter(Double::isFinite)
                .reduce(now.loss(), Math::max);
        return most > 0 && quality.loss() > 0 ? Math.min(1, quality.loss() / most) : 0;
    }

    /** A line for each point, below a heading; RFC 4180. */
    public String csv() {
        StringBuilder text = new StringBuilder("criterion,asked,sparsity,loss,accuracy,samples\r\n");
        text.append(row("", 0, sparsity, now));
        for (SparsityCurve curve : curves) {
            curve.points()
                    .forEach(point ->
                            text.append(row(curve.criterion(), point.asked(), point.sparsity(), point.quality())));
        }
        return text.toString();
    }

    private static String row(String criterion, double asked, double sparsity, Quality quality) {
        String accuracy = quality.accuracy().isPresent()
                ? Double.toString(quality.accuracy().getAsDouble())
                : "";
        return String.join(
                        ",",
                        criterion,
                        Double.toString(asked),
                        Double.toString(sparsity),
                        Double.toString(quality.loss()),
                        accuracy,
                        Integer.toString(quality.samples()))
                + "\r\n";
    }

    /** The same for tools. */
    public JsonObject json() {
        JsonObject result = new JsonObject();
        result.addProperty("set", set);
        result.addProperty("samples", now.samples());
        result.add("now", point(sparsity, now));
        JsonArray all = new JsonArray();
        for (SparsityCurve curve : curves) {
            JsonObject one = new JsonObject();
            one.addProperty("criterion", curve.criterion());
            curve.refusal().ifPresent(why -> one.addProperty("refused", why));
            JsonArray points = new JsonArray();
            for (SparsityPoint point : curve.points()) {
                JsonObject json = point(point.sparsity(), point.quality());
                json.addProperty("asked", point.asked());
                points.add(json);
            }
            one.add("points", points);
            all.add(one);
        }
        result.add("criteria", all);
        return result;
    }

    private static JsonObject point(double sparsity, Quality quality) {
        JsonObject json = new JsonObject();
        json.addProperty("sparsity", sparsity);
        if (Double.isFinite(quality.loss())) {
            json.addProperty("loss", quality.loss());
        }
        quality.accuracy().ifPresent(value -> json.addProperty("accuracy", value));
        return json;
    }
}
