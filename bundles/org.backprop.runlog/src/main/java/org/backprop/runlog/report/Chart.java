package org.backprop.runlog.report;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Draws curves as SVG, with numbers on both axes and a legend. */
final class Chart {
    /** Number of colours in the style sheet. */
    static final int COLORS = 10;

    private static final int WIDTH = 600;
    private static final int HEIGHT = 280;
    private static final int LEFT = 62;
    private static final int RIGHT = 12;
    private static final int TOP = 10;
    private static final int BOTTOM = 40;
    private static final int TICKS = 5;
    private static final String[] DASHES = {"none", "7 4", "2 3", "9 3 2 3"};

    private final Markup page;
    private final List<Line> lines;
    private final Scale x;
    private final Scale y;

    private Chart(Markup page, List<Line> lines) {
        this.page = page;
        this.lines = lines;
        x = Scale.exact(values(Line::x), LEFT, WIDTH - RIGHT);
        y = Scale.fitting(values(Line::y), HEIGHT - BOTTOM, TOP);
    }

    /** Draws a chart; nothing if there is no point. */
    static void draw(Markup page, String title, String xTitle, List<Line> lines) {
        List<Line> drawn = lines.stream().filter(line -> !line.isEmpty()).toList();
        if (!drawn.isEmpty()) {
            new Chart(page, drawn).draw(title, xTitle);
        }
    }

    private double[] values(Function<Line, double[]> coordinate) {
        return lines.stream()
                .map(coordinate)
                .flatMapToDouble(java.util.Arrays::stream)
                .toArray();
    }

    private void draw(String title, String xTitle) {
        page.open("figure");
        page.element("figcaption", y.logarithmic() ? title + ", logarithmic" : title);
        page.open("svg", "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "role", "img", "aria-label", title);
        drawAxes(xTitle);
        lines.stream().filter(Line::faint).forEach(this::draw);
        lines.stream().filter(line -> !line.faint()).forEach(this::draw);
        page.close();
        drawLegend();
        page.close();
    }

    private void drawAxes(String xTitle) {
        for (double tick : y.ticks(TICKS)) {
            double at = y.pixel(tick);
            page.empty("line", "class", "grid", "x1", LEFT, "x2", WIDTH - RIGHT, "y1", px(at), "y2", px(at));
            page.element("text", Figures.number(tick), "class", "y", "x", LEFT - 6, "y", px(at + 4));
        }
        int bottom = HEIGHT - BOTTOM;
        for (double tick : x.ticks(TICKS)) {
            double at = x.pixel(tick);
            page.empty("line", "class", "axis", "x1", px(at), "x2", px(at), "y1", bottom, "y2", bottom + 4);
            page.element("text", Figures.number(tick), "class", "x", "x", px(at), "y", bottom + 17);
        }
        page.empty("line", "class", "axis", "x1", LEFT, "x2", WIDTH - RIGHT, "y1", bottom, "y2", bottom);
        page.element("text", xTitle, "class", "x", "x", (LEFT + WIDTH - RIGHT) / 2, "y", HEIGHT - 5);
    }

    private void draw(Line line) {
        String style = style(line.color()) + (line.faint() ? " faint" : "");
        if (line.x().length == 1) {
            page.empty(
                    "circle",
                    "class",
                    style + " point",
                    "cx",
                    px(x.pixel(line.x()[0])),
                    "cy",
                    px(y.pixel(line.y()[0])),
                    "r",
                    3);
            return;
        }
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < line.x().length; i++) {
            points.append(px(x.pixel(line.x()[i])))
                    .append(',')
                    .append(px(y.pixel(line.y()[i])))
                    .append(' ');
        }
        page.empty(
                "polyline",
                "class",
                style,
                "stroke-dasharray",
                dashes(line),
                "points",
                points.toString().strip());
    }

    private void drawLegend() {
        page.open("ul", "class", "legend");
        for (Line line : lines) {
            if (!line.name().isEmpty()) {
                page.open("li").open("svg", "viewBox", "0 0 26 10", "class", "key", "aria-hidden", "true");
                page.empty(
                        "polyline",
                        "class",
                        style(line.color()),
                        "stroke-dasharray",
                        dashes(line),
                        "points",
                        "0,5 26,5");
                page.close().text(line.name()).close();
            }
        }
        page.close();
    }

    private static String style(int color) {
        return "c" + color % COLORS;
    }

    /** Colour is not the only difference. */
    private static String dashes(Line line) {
        return line.faint() ? "none" : DASHES[line.color() % DASHES.length];
    }

    private static String px(double pixel) {
        return String.format(Locale.ROOT, "%.1f", pixel);
    }
}
