package org.backprop.views.dropout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.backprop.core.runs.RunsSnapshot;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.Recorded;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;
import org.backprop.views.RunFacts;
import org.backprop.views.RunPin;
import org.backprop.views.images.Cells;
import org.backprop.views.images.HeatImage;
import org.backprop.views.images.Region;

/** Computes what the view shows. Called by one job; it remembers the model that it has read last. */
public final class Projection {
    private static final int MOST_ROWS = 8192;
    private static final int LEAST_COLUMNS = 32;
    private static final String COST = "watching/cost";

    private ModelSource model;
    private Map<String, LayerKind> kinds = Map.of();

    /** What is wanted of the runs there are; empty if there is no such run. */
    public Optional<Shown> of(RunsSnapshot runs, Wanted wanted) {
        return RunPin.choose(runs, wanted.pinned()).map(run -> of(run, wanted));
    }

    /** What is wanted of a run. */
    public Shown of(RunSnapshot run, Wanted wanted) {
        readModel(run.info().map(RunInfo::model));
        long last = run.lastStep().orElse(0L);
        long step = wanted.step().isPresent() ? Math.min(last, wanted.step().getAsLong()) : last;
        Map<String, MaskColumns> masks = new LinkedHashMap<>();
        List<LayerFacts> layers = new ArrayList<>();
        List<Gate> gates = new ArrayList<>();
        for (String name : names(run)) {
            Optional<MaskColumns> columns = MaskColumns.of(run, name, step, wanted.columns());
            columns.ifPresent(known -> masks.put(name, known));
            LayerFacts layer = LayerFacts.of(run, name, kind(name, columns), step, columns);
            layers.add(layer);
            if (layer.kind() == LayerKind.DEPTH) {
                columns.ifPresent(known -> gates.add(Gate.of(layer, known)));
            }
        }
        List<MaskGrid.Source> chosen = chosen(masks, wanted);
        Optional<MaskGrid> grid = chosen.isEmpty() ? Optional.empty() : Optional.of(grid(chosen, wanted));
        Optional<CoDrop> coDrop = wanted.mode() == Mode.CO_DROP ? Optional.of(new CoDrop(chosen)) : Optional.empty();
        Optional<? extends Cells> cells = wanted.mode() == Mode.CO_DROP ? coDrop : grid;
        return new Shown(
                run,
                RunFacts.of(run, Instant.now()),
                wanted.mode(),
                step,
                moments(run, masks),
                layers,
                chosen,
                grid,
                coDrop,
                wanted.mode() == Mode.UNITS ? Optional.empty() : cells.map(all -> image(all, wanted)),
                wanted.mode() == Mode.UNITS ? units(run, layers, chosen, step) : List.of(),
                gates,
                FrozenMasks.at(run, step),
                last(run.scalar(COST)));
    }

    private void readModel(Optional<ModelSource> source) {
        if (!source.equals(Optional.ofNullable(model))) {
            model = source.orElse(null);
            kinds = source.map(LayerKind::of).orElse(Map.of());
        }
    }

    private LayerKind kind(String layer, Optional<MaskColumns> masks) {
        boolean gate = masks.filter(known -> known.units() == 1).isPresent();
        return kinds.getOrDefault(layer, gate ? LayerKind.DEPTH : LayerKind.DROPOUT);
    }

    private static List<String> names(RunSnapshot run) {
        return run.scalars().keySet().stream()
                .filter(tag -> tag.startsWith(Rates.TAG))
                .map(tag -> tag.substring(Rates.TAG.length()))
                .toList();
    }

    private static List<MaskGrid.Source> chosen(Map<String, MaskColumns> masks, Wanted wanted) {
        boolean any = masks.keySet().stream().anyMatch(wanted.layers()::contains);
        return masks.entrySet().stream()
                .filter(layer -> !any || wanted.layers().contains(layer.getKey()))
                .map(layer -> new MaskGrid.Source(layer.getKey(), layer.getValue()))
                .toList();
    }

    private static MaskGrid grid(List<MaskGrid.Source> chosen, Wanted wanted) {
        int most = chosen.stream()
                .mapToInt(layer -> layer.masks().columns().size())
                .max()
                .orElse(0);
        int columns = Math.min(wanted.columns(), Math.max(LEAST_COLUMNS, powerOfTwo(most)));
        return new MaskGrid(chosen, columns, chosen.size() == 1 ? MOST_ROWS : wanted.height());
    }

    /** The least power of two that is not less: so the picture of a run at work is scaled now and then only. */
    private static int powerOfTwo(int least) {
        return least <= 1 ? 1 : Integer.highestOneBit(least - 1) << 1;
    }

    private static HeatImage image(Cells cells, Wanted wanted) {
        Region all = cells.all();
        Region region = wanted.region().isEmpty() ? all : wanted.region().within(all);
        return HeatImage.of(cells, region, wanted.width(), wanted.height());
    }

    private static List<UnitRow> units(
            RunSnapshot run, List<LayerFacts> layers, List<MaskGrid.Source> chosen, long step) {
        List<UnitRow> rows = new ArrayList<>();
        for (LayerFacts layer : layers) {
            if (chosen.stream().anyMatch(source -> source.name().equals(layer.name()))) {
                UnitCounts.of(run, layer.name(), step, layer.units())
                        .ifPresent(counts -> rows.addAll(UnitRow.of(layer, counts)));
            }
        }
        return UnitRow.most(rows);
    }

    private static long[] moments(RunSnapshot run, Map<String, MaskColumns> masks) {
        return masks.keySet().stream()
                .map(layer -> run.history(MaskColumns.TAG + layer).stream()
                        .mapToLong(Recorded::step)
                        .toArray())
                .reduce(new long[0], (most, steps) -> steps.length > most.length ? steps : most);
    }

    private static OptionalDouble last(Series series) {
        return series.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(series.lastValue());
    }
}
