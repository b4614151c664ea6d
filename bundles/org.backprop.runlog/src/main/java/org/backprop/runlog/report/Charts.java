package org.backprop.runlog.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backprop.runlog.compare.Direction;
import org.backprop.runlog.compare.Metrics;
import org.backprop.runlog.run.Plan;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;

/** The charts of one run, or of several runs over each other. */
final class Charts {
    /** What is drawn beside the metrics, by the first part of the tags. */
    private static final Map<String, String> OTHERS = Map.of(
            "learning_rate",
            "Learning rate",
            "gradient_norm",
            "Gradient norm by layer",
            "sparsity",
            "Sparsity by layer");

    private static final int MOST_LINES = 10;
    private static final int MANY_POINTS = 200;
    private static final int MEANS = 100;

    private final Markup page;

    Charts(Markup page) {
        this.page = page;
    }

    /** Metrics with all their data sets, learning rate, gradient norms and sparsity, as far as they were recorded. */
    void draw(RunSnapshot run) {
        Map<String, List<String>> tags = new LinkedHashMap<>();
        Metrics.tags(List.of(run)).forEach(tag -> add(tags, metricOf(tag), tag));
        List.of("learning_rate", "gradient_norm", "sparsity")
                .forEach(key -> run.scalars().keySet().stream()
                        .filter(tag -> head(tag).equals(key))
                        .forEach(tag -> add(tags, key, tag)));
        page.open("div", "class", "charts");
        tags.forEach((key, shown) -> draw(run, key, shown));
        page.close();
    }

    private static void add(Map<String, List<String>> tags, String key, String tag) {
        tags.computeIfAbsent(key, unknown -> new ArrayList<>()).add(tag);
    }

    /** {@code loss} of {@code loss/train}; the whole tag where another tool puts the data set first. */
    private static String metricOf(String tag) {
        return Direction.of(head(tag)) == Direction.NONE ? tag : head(tag);
    }

    private static String head(String tag) {
        int slash = tag.indexOf('/');
        return slash < 0 ? tag : tag.substring(0, slash);
    }

    private void draw(RunSnapshot run, String key, List<String> tags) {
        List<String> shown = tags.size() <= MOST_LINES ? tags : tags.subList(0, MOST_LINES);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            String tag = shown.get(i);
            String name = tag.equals(key) ? key : tag.substring(key.length() + 1);
            add(lines, Line.of(name, i, false, run.scalar(tag), unit(run)));
        }
        String title = OTHERS.getOrDefault(key, key);
        String part = shown.size() < tags.size() ? title + ", the first " + MOST_LINES + " of " + tags.size() : title;
        Chart.draw(page, part, xTitle(List.of(run)), lines);
    }

    /** A curve of many points as their means, with the points behind. */
    private static void add(List<Line> lines, Line line) {
        if (line.x().length <= MANY_POINTS) {
            lines.add(line);
        } else {
            lines.add(new Line("", line.color(), true, line.x(), line.y()));
            lines.add(line.smoothed(line.name(), MEANS));
        }
    }

    /** A chart for each metric, with a curve for each run. */
    void draw(List<RunSnapshot> runs, List<String> names) {
        page.open("div", "class", "charts");
        for (String tag : Metrics.tags(runs)) {
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < runs.size(); i++) {
                Series series = runs.get(i).scalar(tag);
                Line line = Line.of(names.get(i), i, false, series, unit(runs.get(i)));
                lines.add(line.x().length > MANY_POINTS ? line.smoothed(line.name(), MEANS) : line);
            }
            Chart.draw(page, tag, xTitle(runs), lines);
        }
        page.close();
    }

    private static double unit(RunSnapshot run) {
        return Math.max(1, stepsPerEpoch(run));
    }

    private static long stepsPerEpoch(RunSnapshot run) {
        return run.info().map(RunInfo::plan).map(Plan::stepsPerEpoch).orElse(0L);
    }

    private static String xTitle(List<RunSnapshot> runs) {
        return runs.stream().allMatch(run -> stepsPerEpoch(run) > 0) ? "Epoch" : "Step";
    }
}
