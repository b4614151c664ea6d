package org.backprop.views.gradients;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.core.runs.RunsSnapshot;
import org.backprop.model.Layer;
import org.backprop.model.ModelReader;
import org.backprop.runlog.events.Histogram;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.Recorded;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;
import org.backprop.views.RunFacts;
import org.backprop.views.RunPin;
import org.backprop.views.images.HeatImage;
import org.backprop.views.images.Region;
import org.backprop.views.marks.Marks;

/** Computes what the view shows. Called by one job; it remembers the model that it has read last. */
public final class Projection {
    private static final int LEAST_COLUMNS = 32;
    private static final int MOST_COLUMNS = 1024;
    private static final int MOST_MOMENTS = 500;
    private static final int RIDGE_SPACING = 11;
    private static final int MOST_RIDGES = 32;
    private static final int MOST_BINS = 160;

    private ModelSource model;
    private Map<String, Integer> places = Map.of();

    /** What is wanted of the runs there are; empty if there is no such run. */
    public Optional<Shown> of(RunsSnapshot runs, Wanted wanted) {
        return RunPin.choose(runs, wanted.pinned()).map(run -> of(run, wanted));
    }

    /** What is wanted of a run. */
    public Shown of(RunSnapshot run, Wanted wanted) {
        readModel(run.info().map(RunInfo::model));
        long last = Math.max(1, run.lastStep().orElse(1L));
        long step = Math.clamp(wanted.step().orElse(last), 1, last);
        Span span = new Span(Math.clamp(wanted.from(), 1, step), step);
        List<LayerRow> layers = Layers.of(run, Layers.names(run, places), span);
        LayerRow selected = layers.stream()
                .filter(layer -> layer.name().equals(wanted.layer()))
                .findFirst()
                .or(() -> layers.stream().findFirst())
                .orElse(null);
        boolean draws = selected != null;
        Optional<HeatGrid> grid = draws && wanted.mode() == Mode.HEAT_MAP
                ? Optional.of(grid(run, layers, wanted, span))
                : Optional.empty();
        return new Shown(
                run,
                RunFacts.of(run, Instant.now()),
                wanted,
                span,
                draws ? moments(run, selected, wanted) : new long[0],
                layers,
                selected,
                Marks.overSteps(run),
                Clips.of(run, draws ? selected.name() : "", span),
                Optional.ofNullable(Layers.divergence(run)),
                draws && wanted.mode() == Mode.LINES
                        ? Optional.of(lines(run, layers, selected, wanted, span))
                        : Optional.empty(),
                grid,
                grid.map(cells -> image(cells, wanted)),
                draws && wanted.mode() == Mode.RIDGE
                        ? Optional.of(ridge(run, selected, wanted, span))
                        : Optional.empty());
    }

    private void readModel(Optional<ModelSource> source) {
        if (!source.equals(Optional.ofNullable(model))) {
            model = source.orElse(null);
            places = source.map(Projection::places).orElse(Map.of());
        }
    }

    private static Map<String, Integer> places(ModelSource source) {
        Map<String, Integer> places = new HashMap<>();
        ModelReader.read(source.file(), source.text()).model().ifPresent(read -> {
            for (Layer layer : read.network().layers()) {
                places.put(layer.name(), places.size());
            }
        });
        return places;
    }

    private static Lines lines(RunSnapshot run, List<LayerRow> layers, LayerRow selected, Wanted wanted, Span span) {
        Span seen = wanted.zoom().map(span::within).orElse(span);
        return Lines.of(run, layers, selected, wanted.quantity(), span, seen, wanted.plotWidth());
    }

    private static HeatGrid grid(RunSnapshot run, List<LayerRow> layers, Wanted wanted, Span span) {
        List<LayerRow> recorded = layers.stream()
                .filter(layer ->
                        !run.scalar(wanted.quantity().tag(layer.name())).isEmpty())
                .toList();
        int columns = Math.clamp(wanted.heat().x, LEAST_COLUMNS, MOST_COLUMNS);
        return new HeatGrid(run, recorded, wanted.quantity(), span, columns);
    }

    private static HeatImage image(HeatGrid cells, Wanted wanted) {
        Region region =
                wanted.region().isEmpty() ? cells.all() : wanted.region().within(cells.all());
        return HeatImage.of(cells, region, wanted.heat().x, wanted.heat().y);
    }

    private static Ridge ridge(RunSnapshot run, LayerRow selected, Wanted wanted, Span span) {
        int most = Math.clamp(wanted.ridge().y / RIDGE_SPACING, 1, MOST_RIDGES);
        int bins = Math.clamp(wanted.ridge().x / 2, 1, MOST_BINS);
        return Ridge.of(histograms(run, wanted.distribution(), selected), span, most, bins);
    }

    private static List<Recorded<Histogram>> histograms(RunSnapshot run, Distribution distribution, LayerRow layer) {
        return run.histograms().getOrDefault(distribution.tag(layer.name()), List.of());
    }

    /** Where distributions were recorded; without those, some of the steps of the norms or activations. */
    private static long[] moments(RunSnapshot run, LayerRow selected, Wanted wanted) {
        List<Recorded<Histogram>> recorded = histograms(run, wanted.distribution(), selected);
        if (!recorded.isEmpty()) {
            return recorded.stream().mapToLong(Recorded::step).toArray();
        }
        Series series = Series.EMPTY;
        for (Quantity quantity : selected.values().keySet()) {
            Series other = run.scalar(quantity.tag(selected.name()));
            series = other.size() > series.size() ? other : series;
        }
        int size = Math.min(MOST_MOMENTS, series.size());
        long[] moments = new long[size];
        for (int i = 0; i < size; i++) {
            moments[i] = series.step(size == 1 ? 0 : (int) ((long) i * (series.size() - 1) / (size - 1)));
        }
        return Arrays.stream(moments).distinct().toArray();
    }
}
