package org.backprop.editor.network.draw;

import java.util.Locale;

import org.eclipse.swt.graphics.RGB;

/** Draws into the text of an SVG file. */
public final class SvgPen implements Pen {
    private static final double CHAR_WIDTH = 0.56;
    private static final String DOTS = "\u2026";

    private final StringBuilder svg = new StringBuilder();
    private final double lineHeight;

    /** A pen for text of this line height in points. */
    public SvgPen(double lineHeight) {
        this.lineHeight = lineHeight;
    }

    /** The file. */
    public String file(double width, double height, RGB background) {
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\""
                                + " font-family=\"sans-serif\" font-size=\"%.1f\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>%n",
                        width,
                        height,
                        width,
                        height,
                        fontSize(),
                        color(background))
                + svg
                + "</svg>\n";
    }

    private double fontSize() {
        return lineHeight * 0.75;
    }

    @Override
    public void box(
            double x, double y, double width, double height, double radius, RGB fill, RGB line, double lineWidth) {
        add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%.1f\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%.1f\"/>",
                x, y, width, height, radius, color(fill), color(line), lineWidth);
    }

    @Override
    public void line(double[] points, RGB color, double lineWidth) {
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\"/>",
                points(points), color(color), lineWidth);
    }

    @Override
    public void polygon(double[] points, RGB color) {
        add("<polygon points=\"%s\" fill=\"%s\"/>", points(points), color(color));
    }

    @Override
    public void dot(double x, double y, double radius, RGB color) {
        add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>", x, y, radius, color(color));
    }

    @Override
    public void text(String text, double x, double y, double width, RGB color, boolean bold) {
        int most = (int) (width / (fontSize() * CHAR_WIDTH));
        String shown = text.length() <= most ? text : text.substring(0, Math.max(0, most - 1)) + DOTS;
        add(
                "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\"%s>%s</text>",
                x,
                y + lineHeight * 0.78,
                color(color),
                bold ? " font-weight=\"bold\"" : "",
                shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    @Override
    public double width(String text, boolean bold) {
        return text.length() * fontSize() * CHAR_WIDTH;
    }

    @Override
    public Detail detail() {
        return Detail.FULL;
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String points(double[] points) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < points.length; i += 2) {
            text.append(String.format(Locale.ROOT, "%.1f,%.1f ", points[i], points[i + 1]));
        }
        return text.toString().strip();
    }

    private static String color(RGB color) {
        return color == null ? "none" : String.format("#%02x%02x%02x", color.red, color.green, color.blue);
    }
}
