package org.backprop.views.curves;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.backprop.core.runs.RunsSnapshot;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.views.RunFacts;
import org.backprop.views.RunPin;

/** Computes what the Curves view shows. Not for two threads at once. */
public final class Projection {
    private static final List<String> FIRST = List.of("loss", "accuracy");
    private static final Pattern LIKELY = Pattern.compile("loss|acc", Pattern.CASE_INSENSITIVE);
    private static final int MOST_CHARTS = 8;
    private static final int MOST_RUNS = 20;
    private static final Comparator<String> ORDER = Comparator.<String>comparingInt(
                    quantity -> FIRST.contains(quantity) ? FIRST.indexOf(quantity) : FIRST.size())
            .thenComparing(String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Comparator.naturalOrder());

    private final PlannedRates plans = new PlannedRates();

    /** Projects the runs that are wanted; empty if there are none. */
    Optional<Shown> of(RunsSnapshot runs, Wanted wanted) {
        List<RunSnapshot> chosen =
                RunPin.choose(runs, wanted.runs()).stream().limit(MOST_RUNS).toList();
        return chosen.isEmpty() ? Optional.empty() : Optional.of(of(chosen, wanted));
    }

    /** Projects runs, at least one. */
    public Shown of(List<RunSnapshot> runs, Wanted wanted) {
        Set<String> known = runs.stream()
                .flatMap(run -> run.scalars().keySet().stream())
                .map(tag -> CurveTag.of(tag).quantity())
                .collect(Collectors.toCollection(() -> new TreeSet<>(ORDER)));
        CurvesState state = wanted.state().withQuantities(shown(known, wanted.state()));
        Horizontal horizontal = horizontal(runs, state.horizontal());
        Set<String> groups = new LinkedHashSet<>();
        known.stream()
                .filter(state.quantities()::contains)
                .map(quantity -> CurveTag.of(quantity).group())
                .forEach(groups::add);
        List<Plot> plots = new ArrayList<>();
        for (String group : groups.stream().limit(MOST_CHARTS).toList()) {
            Wanted drawn = new Wanted(wanted.runs(), state, wanted.pixels(), wanted.zoomed());
            Plot plot = new Plotting(runs, drawn, horizontal, plans).plot(group);
            if (!plot.isEmpty()) {
                plots.add(plot);
            }
        }
        return new Shown(
                runs,
                RunFacts.of(runs.getFirst(), Instant.now()),
                plots,
                CurveMarks.of(runs, horizontal, plans),
                List.copyOf(known),
                state);
    }

    /** Those that the user chose; where the runs have none of them, those that look like a loss or an accuracy, or the first. */
    private static Set<String> shown(Set<String> known, CurvesState state) {
        Set<String> chosen = known.stream()
                .filter(quantity -> state.shows(CurveTag.of(quantity)))
                .collect(Collectors.toSet());
        if (!chosen.isEmpty() || state.quantities().isEmpty()) {
            return chosen;
        }
        List<String> likely = known.stream()
                .filter(quantity -> LIKELY.matcher(quantity).find())
                .limit(2)
                .toList();
        return likely.isEmpty() ? known.stream().limit(2).collect(Collectors.toSet()) : Set.copyOf(likely);
    }

    /** Steps for all runs if one of them does not know its epochs. */
    private static Horizontal horizontal(List<RunSnapshot> runs, Horizontal wanted) {
        boolean all = runs.stream().allMatch(run -> RunScale.of(run, wanted).horizontal() == wanted);
        return all ? wanted : Horizontal.STEP;
    }
}
