package org.backprop.engine.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

import org.backprop.model.SweepSection;
import org.backprop.model.TpeSearch;
import org.backprop.model.Variation;

/**
 * The tree-structured Parzen estimator, each path by itself: of a few draws from the density of the good settings, the
 * one with the greatest ratio to the density of the others. Bergstra et al., NIPS 2011, section 4.
 */
final class ParzenSearch implements Search {
    private final Map<String, Variation> vary;
    private final TpeSearch spec;
    private final int epochs;
    private final int batch;
    private final Draws draws;
    private final List<Map<String, String>> tried = new ArrayList<>();

    ParzenSearch(SweepSection sweep, TpeSearch spec, int epochs) {
        vary = sweep.vary();
        this.spec = spec;
        this.epochs = epochs;
        batch = Math.max(1, sweep.parallel() / sweep.seedsPerSetting());
        draws = new Draws(vary, spec.seed());
    }

    @Override
    public List<Candidate> next(ToDoubleFunction<Map<String, String>> loss) {
        int left = spec.trials() - tried.size();
        List<Map<String, String>> round = tried.isEmpty()
                ? draws.settings(Math.min(left, spec.startup()))
                : promising(Math.min(left, batch), loss);
        tried.addAll(round);
        return round.stream()
                .map(setting -> Candidate.complete(setting, epochs))
                .toList();
    }

    private List<Map<String, String>> promising(int count, ToDoubleFunction<Map<String, String>> loss) {
        List<Map<String, String>> ranked =
                tried.stream().sorted(Comparator.comparingDouble(loss)).toList();
        int good = (int) Math.ceil(spec.gamma() * ranked.size());
        List<Map<String, String>> round = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            draws.another(() -> promising(ranked.subList(0, good), ranked.subList(good, ranked.size())))
                    .or(() -> draws.another(draws::independent))
                    .ifPresent(round::add);
        }
        return round;
    }

    private Map<String, String> promising(List<Map<String, String>> good, List<Map<String, String>> others) {
        Map<String, String> setting = new LinkedHashMap<>();
        vary.forEach((path, variation) -> {
            Density better = density(variation, good, path);
            Density worse = density(variation, others, path);
            setting.put(path, variation.at(best(better, worse, draws.random())));
        });
        return setting;
    }

    private double best(Density better, Density worse, SplittableRandom random) {
        double best = 0;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < spec.candidates(); i++) {
            double share = better.draw(random);
            double ratio = StrictMath.log(better.at(share)) - StrictMath.log(worse.at(share));
            if (ratio > greatest) {
                greatest = ratio;
                best = share;
            }
        }
        return best;
    }

    private static Density density(Variation variation, List<Map<String, String>> settings, String path) {
        List<String> values =
                settings.stream().map(setting -> setting.get(path)).toList();
        return variation.range().isPresent()
                ? new ParzenWindows(values.stream()
                        .mapToDouble(value -> variation.range().get().share(value))
                        .toArray())
                : new Counts(variation.values(), values);
    }
}
