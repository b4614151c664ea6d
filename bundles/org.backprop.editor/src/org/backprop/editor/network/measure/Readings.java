package org.backprop.editor.network.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.backprop.editor.network.draw.Tint;
import org.backprop.editor.network.graph.Node;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;

/**
 * The newest values of a measure in a run, of each layer that has one.
 *
 * @param measure what was measured
 * @param run name of the run; empty if there is none
 * @param running whether more is to come
 * @param step when the newest value was recorded; 0 without values
 * @param values by the names of the layers; they may be NaN or infinite
 * @param low the least finite value, on the scale of the measure
 * @param high the greatest finite value, on the scale of the measure
 */
public record Readings(
        Measure measure, String run, boolean running, long step, Map<String, Double> values, double low, double high)
        implements Tint {

    /** Copies the map. */
    public Readings {
        values = Map.copyOf(values);
    }

    /** Without a run. */
    static Readings none(Measure measure) {
        return new Readings(measure, "", false, 0, Map.of(), 0, 1);
    }

    /** Of a run. */
    static Readings of(Measure measure, RunSnapshot run) {
        String prefix = measure.tag("");
        Map<String, Double> values = new HashMap<>();
        long step = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Map.Entry<String, Series> curve : run.scalars().entrySet()) {
            Series series = curve.getValue();
            if (curve.getKey().startsWith(prefix) && !series.isEmpty()) {
                double value = series.lastValue();
                values.put(curve.getKey().substring(prefix.length()), value);
                step = Math.max(step, series.lastStep());
                double place = measure.onScale(value);
                low = Double.isFinite(place) ? Math.min(low, place) : low;
                high = Double.isFinite(place) ? Math.max(high, place) : high;
            }
        }
        boolean fixed = measure.isShare() || low > high;
        return new Readings(
                measure, run.name(), run.outcome() == Outcome.RUNNING, step, values, fixed ? 0 : low, fixed ? 1 : high);
    }

    private double value(Node node) {
        List<Double> found = new ArrayList<>();
        for (String layer : node.layers()) {
            if (values.containsKey(layer)) {
                found.add(values.get(layer));
            }
        }
        return found.size() == 1 ? found.getFirst() : measure.ofBlock(found);
    }

    private boolean isMeasured(Node node) {
        return node.layers().stream().anyMatch(values::containsKey);
    }

    /** What is not finite has the darkest shade. */
    @Override
    public OptionalDouble shade(Node node) {
        if (!isMeasured(node)) {
            return OptionalDouble.empty();
        }
        double value = value(node);
        if (!Double.isFinite(value)) {
            return OptionalDouble.of(1);
        }
        double place = measure.onScale(value);
        double share = high > low ? (place - low) / (high - low) : 0.5;
        return OptionalDouble.of(Math.clamp(share, 0.0, 1.0));
    }

    @Override
    public String text(Node node) {
        return isMeasured(node) ? measure.title() + " " + measure.text(value(node)) : "";
    }

    /** The value at a place of the legend, from 0 for the least to 1 for the greatest. */
    String textAt(double share) {
        double place = low + (high - low) * share;
        boolean logarithmic = measure.onScale(0) != 0;
        return measure.text(logarithmic ? Math.pow(10, place) : place);
    }
}
