package org.backprop.views.gradients;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;

/** The layers of a run. */
final class Layers {
    private static final String NON_FINITE = "non_finite/";

    private Layers() {}

    /**
     * Names of the layers that something was recorded of, in the order of the model as far as that is known.
     *
     * @param model the places of the layers in the model
     */
    static List<String> names(RunSnapshot run, Map<String, Integer> model) {
        Set<String> recorded = new LinkedHashSet<>();
        for (Quantity quantity : Quantity.values()) {
            collect(run.scalars().keySet(), quantity.prefix(), recorded);
        }
        List<String> names = new ArrayList<>(recorded);
        names.sort(Comparator.comparingInt(name -> model.getOrDefault(name, model.size())));
        return names;
    }

    private static void collect(Set<String> tags, String prefix, Set<String> names) {
        for (String tag : tags) {
            if (tag.startsWith(prefix)) {
                names.add(tag.substring(prefix.length()));
            }
        }
    }

    /** The layers at the end of a range. */
    static List<LayerRow> of(RunSnapshot run, List<String> names, Span span) {
        List<LayerRow> rows = new ArrayList<>();
        for (String name : names) {
            Series nonFinite = run.scalar(NON_FINITE + name);
            OptionalLong step = nonFinite.isEmpty() ? OptionalLong.empty() : OptionalLong.of(nonFinite.lastStep());
            rows.add(new LayerRow(rows.size(), name, values(run, name, span), step));
        }
        return rows;
    }

    private static Map<Quantity, Double> values(RunSnapshot run, String name, Span span) {
        Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
        for (Quantity quantity : Quantity.values()) {
            Series series = run.scalar(quantity.tag(name));
            OptionalDouble value = quantity == Quantity.CLIPPED ? span.mean(series) : span.newest(series);
            value.ifPresent(known -> values.put(quantity, known));
        }
        return values;
    }

    /** Where a value arose that is not finite, in words: a layer and a step; null if all were finite. */
    static Divergence divergence(RunSnapshot run) {
        for (Map.Entry<String, Series> curve : run.scalars().entrySet()) {
            if (curve.getKey().startsWith(NON_FINITE) && !curve.getValue().isEmpty()) {
                return new Divergence(
                        curve.getKey().substring(NON_FINITE.length()),
                        curve.getValue().lastStep());
            }
        }
        return null;
    }
}
