package org.backprop.runlog.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;

import org.backprop.runlog.events.Event;
import org.backprop.runlog.events.EventWriter;
import org.backprop.runlog.events.Histogram;
import org.backprop.runlog.events.Value;
import org.backprop.runlog.series.Series;
import org.backprop.runlog.series.SeriesBuilder;
import org.backprop.runlog.tensor.Tensor;

/** Gathers the values of a run's events by tag. */
final class EventAccumulator {
    static final int MAX_TAGS = 100_000;
    static final int MAX_HISTOGRAMS = 200;

    private final Supplier<SeriesBuilder> newSeries;
    private final Map<String, SeriesBuilder> scalars = new LinkedHashMap<>();
    private final Map<String, Thinned<Histogram>> histograms = new LinkedHashMap<>();
    private final TreeSet<Long> restarts = new TreeSet<>();
    private final TensorHistory tensors = new TensorHistory();
    private Map<String, List<Recorded<Histogram>>> histogramView = Map.of();
    private boolean histogramsChanged;
    private boolean full;

    /** An accumulator whose curves grow in what {@code newSeries} makes. */
    EventAccumulator(Supplier<SeriesBuilder> newSeries) {
        this.newSeries = newSeries;
    }

    void add(Event event) {
        if (event.sessionStart()) {
            histogramsChanged = true;
            supersede(event.step());
            restarts.add(event.step());
        }
        for (Value value : event.values()) {
            full |= tags() >= MAX_TAGS;
            if (!full || isKnown(value.tag())) {
                add(event, value);
            }
        }
    }

    /** Whether values were dropped because there were too many tags. */
    boolean isFull() {
        return full;
    }

    Map<String, Series> scalars() {
        Map<String, Series> view = LinkedHashMap.newLinkedHashMap(scalars.size());
        scalars.forEach((tag, builder) -> view.put(tag, builder.series()));
        return Collections.unmodifiableMap(view);
    }

    Map<String, List<Recorded<Histogram>>> histograms() {
        if (histogramsChanged) {
            Map<String, List<Recorded<Histogram>>> view = LinkedHashMap.newLinkedHashMap(histograms.size());
            histograms.forEach((tag, list) -> view.put(tag, list.all()));
            histogramView = Collections.unmodifiableMap(view);
            histogramsChanged = false;
        }
        return histogramView;
    }

    /** Steps at which the training was resumed, oldest first. */
    List<Long> restarts() {
        return List.copyOf(restarts);
    }

    Map<String, Recorded<Tensor>> tensors() {
        return tensors.newest();
    }

    Map<String, List<Recorded<Tensor>>> tensorHistory() {
        return tensors.all();
    }

    private void add(Event event, Value value) {
        switch (value) {
            case Value.Scalar scalar ->
                scalars.computeIfAbsent(scalar.tag(), tag -> newSeries.get())
                        .append(event.step(), event.wallTime(), scalar.value());
            case Value.Distribution distribution -> {
                histogramsChanged = true;
                histograms
                        .computeIfAbsent(distribution.tag(), tag -> new Thinned<>(MAX_HISTOGRAMS))
                        .add(new Recorded<>(event.step(), event.wallTime(), distribution.histogram()));
            }
            case Value.Array array -> {
                if (array.plugin().equals(EventWriter.PLUGIN)) {
                    tensors.add(array.tag(), new Recorded<>(event.step(), event.wallTime(), array.tensor()));
                }
            }
        }
    }

    private void supersede(long step) {
        scalars.values().forEach(builder -> builder.dropFrom(step));
        histograms.values().forEach(list -> list.dropFrom(step));
        tensors.supersede(step);
    }

    private int tags() {
        return scalars.size() + histograms.size() + tensors.tags();
    }

    private boolean isKnown(String tag) {
        return scalars.containsKey(tag) || histograms.containsKey(tag) || tensors.isKnown(tag);
    }
}
