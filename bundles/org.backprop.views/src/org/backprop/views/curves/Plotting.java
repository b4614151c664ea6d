package org.backprop.views.curves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;
import org.backprop.views.charts.AxisPart;

/** Makes the plot of one group of quantities for some runs. */
final class Plotting {
    private static final String LEARNING_RATE = "learning_rate";
    private static final int PIXELS_PER_MEAN = 4;
    private static final int MOST_FAINT = 10;

    private final List<RunSnapshot> runs;
    private final Wanted wanted;
    private final Horizontal horizontal;
    private final PlannedRates plans;
    private final LineNames names;

    /** A curve before it is reduced to the pixels. */
    private record Drawn(String name, Look look, Series series, RunScale scale, Curve curve) {}

    Plotting(List<RunSnapshot> runs, Wanted wanted, Horizontal horizontal, PlannedRates plans) {
        this.runs = runs;
        this.wanted = wanted;
        this.horizontal = horizontal;
        this.plans = plans;
        names = new LineNames(runs);
    }

    Plot plot(String group) {
        List<Drawn> drawn = curves(group);
        int leftOut = Math.max(0, drawn.size() - Plot.MOST_LINES);
        List<Drawn> kept = drawn.subList(0, drawn.size() - leftOut);
        double right = kept.stream()
                .mapToDouble(
                        each -> Arrays.stream(each.curve().recorded().x()).max().orElse(0))
                .max()
                .orElse(0);
        AxisPart seen = wanted.zoomed().getOrDefault(group, new AxisPart(0, right <= 0 ? 1 : right, false));
        List<Line> lines = new ArrayList<>();
        for (Drawn each : kept) {
            lines.add(line(each, seen, kept.size() <= MOST_FAINT));
        }
        if (group.equals(LEARNING_RATE)) {
            lines.addAll(plans());
        }
        lines.removeIf(Line::isEmpty);
        Bounds bounds = Bounds.of(lines, right, wanted.state().ignoreExtremes());
        return new Plot(group, List.copyOf(lines), leftOut, bounds, horizontal);
    }

    private List<Drawn> curves(String group) {
        TreeSet<String> quantities = new TreeSet<>();
        List<CurveTag> tags = runs.stream()
                .flatMap(run -> run.scalars().keySet().stream())
                .distinct()
                .map(CurveTag::of)
                .filter(tag ->
                        tag.group().equals(group) && wanted.state().quantities().contains(tag.quantity()))
                .sorted((a, b) -> a.set().compareTo(b.set()))
                .toList();
        tags.forEach(tag -> quantities.add(tag.quantity()));
        boolean single = runs.size() == 1 && quantities.size() == 1;
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            RunScale scale = RunScale.of(runs.get(i), horizontal);
            for (CurveTag tag : tags) {
                Series series = runs.get(i).scalar(tag.tag());
                int color = i * quantities.size()
                        + quantities.headSet(tag.quantity()).size();
                if (!series.isEmpty()) {
                    String name = names.of(runs.get(i), tag, quantities.size() > 1);
                    Look look = single ? Look.of(tag.set()) : Look.of(tag.set(), color);
                    drawn.add(new Drawn(name, look, series, scale, Curve.of(series, scale)));
                }
            }
        }
        return drawn;
    }

    private Line line(Drawn drawn, AxisPart seen, boolean mayBeFaint) {
        int pixels = wanted.pixels();
        int means = Math.max(1, pixels / PIXELS_PER_MEAN);
        Curve curve = drawn.curve();
        Points recorded = curve.recorded().seen(seen.lower(), seen.upper(), pixels);
        double smoothing = wanted.state().smoothing();
        Points main = recorded;
        if (smoothing > 0) {
            main = curve.smoothed(smoothing).seen(seen.lower(), seen.upper(), pixels);
        } else if (recorded.x().length > means) {
            main = curve.means(seen.lower(), seen.upper(), means);
        }
        double[] nonFinite = Arrays.stream(drawn.series().nonFiniteSteps())
                .mapToDouble(step -> drawn.scale().at(step, drawn.series()))
                .toArray();
        boolean faint = main != recorded && mayBeFaint;
        return new Line(
                drawn.name(),
                drawn.look(),
                faint ? recorded : Points.NONE,
                main,
                nonFinite,
                drawn.series().nonFiniteCount());
    }

    private List<Line> plans() {
        List<Line> lines = new ArrayList<>();
        for (RunSnapshot run : runs) {
            Points plan = horizontal == Horizontal.TIME
                    ? Points.NONE
                    : plans.of(run, RunScale.of(run, horizontal), wanted.pixels());
            Look look = new Look(Look.PLAN, Look.Dash.DASHED);
            lines.add(new Line(names.planOf(run), look, Points.NONE, plan, new double[0], 0));
        }
        return lines;
    }
}
