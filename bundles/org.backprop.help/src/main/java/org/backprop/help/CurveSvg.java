package org.backprop.help;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** Draws a {@link Curve} as SVG in the colour of the text around it. */
final class CurveSvg {
    private static final int WIDTH = 440;
    private static final int HEIGHT = 260;
    private static final int LEFT = 58;
    private static final int RIGHT = 14;
    private static final int TOP = 14;
    private static final int BOTTOM = 44;
    private static final int LEGEND_LINE = 18;
    private static final int STEPS = 5;
    private static final double MARGIN = 0.04;
    private static final double HIGH = 0.6;
    private static final double MIDDLE = 0.5;

    private final Curve curve;
    private final Axis horizontal;
    private final Axis vertical;
    private final StringBuilder svg = new StringBuilder();

    /** An axis from {@code low} to {@code high}, with a mark at each multiple of {@code step}. */
    private record Axis(double low, double high, double step) {

        static Axis of(DoubleStream values, double margin) {
            double[] all = values.filter(Double::isFinite).toArray();
            double low = Arrays.stream(all).min().orElse(0);
            double high = Arrays.stream(all).max().orElse(1);
            double span = high > low ? high - low : 1;
            double rough = span / STEPS;
            double power = Math.pow(10, Math.floor(Math.log10(rough)));
            double step = DoubleStream.of(1, 2, 5, 10)
                    .map(factor -> factor * power)
                    .filter(candidate -> candidate >= rough)
                    .findFirst()
                    .orElse(10 * power);
            return new Axis(low - margin * span, low + span + margin * span, step);
        }

        double share(double value) {
            return (value - low) / (high - low);
        }

        double[] marks() {
            long first = (long) Math.ceil(low / step - 1e-9);
            long last = (long) Math.floor(high / step + 1e-9);
            return DoubleStream.iterate(first, i -> i <= last, i -> i + 1)
                    .map(i -> i * step)
                    .toArray();
        }

        String text(double mark) {
            int digits = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
            return String.format(Locale.ROOT, "%." + digits + "f", mark == 0 ? 0 : mark);
        }
    }

    private CurveSvg(Curve curve) {
        this.curve = curve;
        horizontal = Axis.of(all(Curve.Line::x), 0);
        vertical = Axis.of(all(Curve.Line::y), MARGIN);
    }

    private DoubleStream all(Function<Curve.Line, double[]> values) {
        return curve.lines().stream().map(values).flatMapToDouble(Arrays::stream);
    }

    static String of(Curve curve) {
        return new CurveSvg(curve).draw();
    }

    private String draw() {
        svg.append(String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"curve\" width=\"%1$d\" height=\"%2$d\""
                        + " viewBox=\"0 0 %1$d %2$d\" role=\"img\" aria-label=\"%3$s\">%n",
                WIDTH, HEIGHT, Html.escape(curve.caption())));
        marks();
        for (int i = 0; i < curve.lines().size(); i++) {
            line(curve.lines().get(i), i);
        }
        if (curve.lines().size() > 1) {
            legend();
        }
        text("axis", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8, "middle", curve.x());
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"axis\" text-anchor=\"middle\" transform=\"translate(14 %.1f) rotate(-90)\">%s</text>%n",
                (TOP + HEIGHT - BOTTOM) / 2.0,
                Html.escape(curve.y())));
        return svg.append("</svg>\n").toString();
    }

    private void marks() {
        for (double mark : horizontal.marks()) {
            rule(mark == 0 ? "zero" : "rule", x(mark), TOP, x(mark), HEIGHT - BOTTOM);
            text("mark", x(mark), HEIGHT - BOTTOM + 15, "middle", horizontal.text(mark));
        }
        for (double mark : vertical.marks()) {
            rule(mark == 0 ? "zero" : "rule", LEFT, y(mark), WIDTH - RIGHT, y(mark));
            text("mark", LEFT - 6, y(mark) + 4, "end", vertical.text(mark));
        }
    }

    private void line(Curve.Line line, int number) {
        for (int[] piece : line.pieces()) {
            svg.append("<polyline class=\"line line").append(number).append("\" points=\"");
            for (int i = piece[0]; i < piece[1]; i++) {
                svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(line.x()[i]), y(line.y()[i])));
            }
            svg.append("\"/>\n");
        }
    }

    /** In the corner that the lines leave free, by the number of their points there. */
    private void legend() {
        boolean left = points(0, MIDDLE) < points(MIDDLE, 1);
        double from = left ? LEFT + 12 : WIDTH - RIGHT - 150;
        for (int i = 0; i < curve.lines().size(); i++) {
            double at = TOP + 14 + i * LEGEND_LINE;
            rule("line line" + i, from, at - 4, from + 24, at - 4);
            text("mark", from + 30, at, "start", curve.lines().get(i).name());
        }
    }

    /** Points in the upper part of the chart between two shares of its width. */
    private long points(double from, double to) {
        long count = 0;
        for (Curve.Line line : curve.lines()) {
            for (int i = 0; i < line.x().length; i++) {
                double share = horizontal.share(line.x()[i]);
                boolean high = Double.isFinite(line.y()[i]) && vertical.share(line.y()[i]) > HIGH;
                count += high && share >= from && share < to ? 1 : 0;
            }
        }
        return count;
    }

    private double x(double value) {
        return LEFT + horizontal.share(value) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - vertical.share(value) * (HEIGHT - TOP - BOTTOM);
    }

    private void rule(String style, double x1, double y1, double x2, double y2) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                style,
                x1,
                y1,
                x2,
                y2));
    }

    private void text(String style, double x, double y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                style,
                x,
                y,
                anchor,
                Html.escape(text)));
    }
}
