package org.backprop.views.svg;

import java.util.Locale;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Rectangle;

/** The text of an SVG drawing; coordinates are pixels from the top left. */
public final class Svg {
    private static final String FONT = "Helvetica, Arial, sans-serif";

    private final StringBuilder text = new StringBuilder();
    private final int width;
    private final int height;
    private int clips;

    /** Where a text stands in relation to its place. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    public Svg(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Begins a part that is cut off at the edges of {@code area}. */
    public void beginClip(Rectangle area) {
        clips++;
        add(
                "<clipPath id=\"clip%d\"><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/></clipPath>%n",
                clips, area.x, area.y, area.width, area.height);
        add("<g clip-path=\"url(#clip%d)\">%n", clips);
    }

    public void endClip() {
        add("</g>%n");
    }

    /** Draws a line through points. */
    public void line(double[] x, double[] y, Stroke stroke) {
        if (x.length > 0) {
            add("<polyline points=\"");
            points(x, y);
            add(
                    "\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linejoin=\"round\"%s/>%n",
                    hex(stroke.color()),
                    number(stroke.width()),
                    stroke.dashes().isEmpty() ? "" : " stroke-dasharray=\"" + stroke.dashes() + "\"");
        }
    }

    /** Fills the polygon with these corners. */
    public void fill(double[] x, double[] y, Color color, double opacity) {
        add("<polygon points=\"");
        points(x, y);
        add("\" fill=\"%s\" fill-opacity=\"%s\"/>%n", hex(color), number(opacity));
    }

    private void points(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            text.append(i == 0 ? "" : " ").append(number(x[i])).append(',').append(number(y[i]));
        }
    }

    public void fill(Rectangle area, Color color) {
        add(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n",
                area.x, area.y, area.width, area.height, hex(color));
    }

    public void dot(double x, double y, double radius, Color color) {
        add("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"/>%n", number(x), number(y), number(radius), hex(color));
    }

    /**
     * Writes text.
     *
     * @param size height of the font in pixels
     * @param degrees how far it is turned clockwise around its place
     */
    public void text(String said, double x, double y, Anchor anchor, double size, int degrees, Color color) {
        String turned =
                degrees == 0 ? "" : " transform=\"rotate(" + degrees + " " + number(x) + " " + number(y) + ")\"";
        add(
                "<text x=\"%s\" y=\"%s\" font-family=\"%s\" font-size=\"%s\" text-anchor=\"%s\" fill=\"%s\"%s>%s</text>%n",
                number(x),
                number(y),
                FONT,
                number(size),
                anchor.name().toLowerCase(Locale.ROOT),
                hex(color),
                turned,
                escaped(said));
    }

    private void add(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
    }

    private static String number(double value) {
        String digits = String.format(Locale.ROOT, "%.2f", value);
        return digits.endsWith(".00") ? digits.substring(0, digits.length() - 3) : digits;
    }

    private static String hex(Color color) {
        return String.format("#%02x%02x%02x", color.getRed(), color.getGreen(), color.getBlue());
    }

    private static String escaped(String said) {
        return said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The whole file. */
    @Override
    public String toString() {
        return String.format(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""
                                + " width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\">\n",
                        width, height)
                + text
                + "</svg>\n";
    }

    /**
     * How a line is drawn.
     *
     * @param width pixels
     * @param dashes lengths of dashes and gaps in pixels, or the empty text for a solid line
     */
    public record Stroke(Color color, double width, String dashes) {}
}
