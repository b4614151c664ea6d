package org.backprop.views.pruning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.backprop.core.runs.RunsSnapshot;
import org.backprop.runlog.run.Plan;
import org.backprop.runlog.run.Recorded;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;
import org.backprop.views.RunFacts;
import org.backprop.views.RunPin;
import org.backprop.views.images.HeatImage;
import org.backprop.views.images.Region;
import org.backprop.views.marks.Marks;

/** Projects runs to what the Pruning view shows; keeps what does not change between two calls. Not thread-safe. */
final class PruningProjection {
    private static final int PIXELS_PER_BAND = 4;

    private final MaskReading reading = new MaskReading();
    private Optional<HeatImage> image = Optional.empty();
    private LayerMask imageOf;
    private Wanted imageFor;

    /** Projects the pinned run, or else the newest; empty if there is no such run. */
    Optional<ShownPruning> of(RunsSnapshot runs, Wanted wanted) {
        return RunPin.choose(runs, wanted.pinned()).map(run -> of(run, wanted));
    }

    private ShownPruning of(RunSnapshot run, Wanted wanted) {
        Moment moment = Moment.of(wanted.step());
        List<LayerRow> layers = Layers.of(run, moment, reading);
        Optional<LayerRow> layer = layers.stream()
                .filter(row -> row.name().equals(wanted.layer()))
                .findFirst()
                .or(() -> layers.stream().findFirst());
        return new ShownPruning(
                run,
                RunFacts.of(run, Instant.now()),
                layers,
                layer.map(row -> detail(run, row, moment, wanted)),
                Marks.overSteps(run),
                layer.map(row -> moments(run, row.name())).orElse(new long[0]),
                run.info().map(RunInfo::plan).map(Plan::stepsPerEpoch).orElse(0L),
                criterion(run));
    }

    private Detail detail(RunSnapshot run, LayerRow row, Moment moment, Wanted wanted) {
        LayerMask mask = reading.mask(run, row.name(), moment);
        return new Detail(
                row,
                mask,
                image(mask, wanted),
                SparsityCurve.of(run, row.name(), wanted.from(), moment.last(), wanted.plotWidth()),
                Bands.of(
                        run.histograms().getOrDefault(PruningTags.weights(row.name()), List.of()),
                        wanted.from(),
                        moment.last(),
                        Math.max(2, wanted.plotWidth() / PIXELS_PER_BAND),
                        wanted.logarithmic()));
    }

    private Optional<HeatImage> image(LayerMask mask, Wanted wanted) {
        boolean same = imageOf == mask
                && wanted.region().equals(imageFor.region())
                && wanted.width() == imageFor.width()
                && wanted.height() == imageFor.height();
        if (!same) {
            imageOf = mask;
            imageFor = wanted;
            Region region =
                    wanted.region().isEmpty() ? mask.all() : wanted.region().within(mask.all());
            image = region.isEmpty()
                    ? Optional.empty()
                    : Optional.of(HeatImage.of(mask, region, wanted.width(), wanted.height()));
        }
        return image;
    }

    private static long[] moments(RunSnapshot run, String layer) {
        TreeSet<Long> steps = new TreeSet<>();
        for (String tag : List.of(PruningTags.weights(layer), PruningTags.saliency(layer))) {
            run.histograms().getOrDefault(tag, List.of()).forEach(recorded -> steps.add(recorded.step()));
        }
        for (String tag : PruningTags.masks(run, layer)) {
            run.history(tag).stream().map(Recorded::step).forEach(steps::add);
        }
        Series sparsity = run.scalar(PruningTags.sparsity(layer));
        for (int i = 0; i < sparsity.size(); i++) {
            steps.add(sparsity.step(i));
        }
        return steps.stream().mapToLong(Long::longValue).toArray();
    }

    /** What the resolved configuration says in {@code training.pruning.criterion}. */
    private static Optional<String> criterion(RunSnapshot run) {
        Object value = run.info().map(RunInfo::configuration).orElse(Map.of());
        for (String key : List.of("training", "pruning", "criterion")) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        if (value instanceof Map<?, ?> map && map.size() == 1) {
            value = map.keySet().iterator().next();
        }
        return value instanceof String key ? Optional.of(key) : Optional.empty();
    }
}
