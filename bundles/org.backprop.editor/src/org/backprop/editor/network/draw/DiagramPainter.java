package org.backprop.editor.network.draw;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

import org.backprop.editor.network.graph.Diagram;
import org.backprop.editor.network.graph.Diagram.Area;
import org.backprop.editor.network.graph.Diagram.Box;
import org.backprop.editor.network.graph.Diagram.Frame;
import org.backprop.editor.network.graph.Diagram.Wire;
import org.backprop.editor.network.graph.LayerKind;
import org.backprop.editor.network.graph.Node;
import org.backprop.model.Severity;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.RGB;

/** Draws frames, wires and nodes. */
public final class DiagramPainter {
    private static final double ARROW = 4;
    private static final double BAR = 30;
    private static final double GLYPH = 16;
    private static final double PADDING = 6;
    private static final double RADIUS = 6;
    /** The darkest shade behind text. */
    private static final double READABLE = 0.5;

    private final Pen pen;
    private final Hues hues;
    private final double lineHeight;
    private final Tint tint;

    private DiagramPainter(Pen pen, Hues hues, double lineHeight, Tint tint) {
        this.pen = pen;
        this.hues = hues;
        this.lineHeight = lineHeight;
        this.tint = tint;
    }

    /**
     * What stands out in a diagram.
     *
     * @param selected names of the selected nodes
     * @param wire the selected wire, null for none
     * @param target the wire or the name of the node that something would be dropped on, null for none
     * @param changing names of the nodes that an edit under way is about
     * @param faded whether the diagram is not up to date
     */
    public record Emphasis(Set<String> selected, Wire wire, Object target, Set<String> changing, boolean faded) {
        /** Nothing stands out. */
        public static final Emphasis NONE = new Emphasis(Set.of(), null, null, Set.of(), false);
    }

    /** Height of a node for text of this line height. */
    public static double nodeHeight(double lineHeight) {
        return 3 * lineHeight + 2 * PADDING;
    }

    /**
     * Draws what meets {@code visible}.
     *
     * @param tint colours the nodes in place of their kinds; null for none
     */
    public static void paint(
            Diagram diagram, Pen pen, Hues hues, double lineHeight, Area visible, Emphasis emphasis, Tint tint) {
        Tint used = emphasis.faded() ? null : tint;
        DiagramPainter painter = new DiagramPainter(pen, emphasis.faded() ? hues.faded() : hues, lineHeight, used);
        DiagramPainter faint = new DiagramPainter(pen, hues.faded(), lineHeight, null);
        diagram.frames().stream().filter(frame -> frame.area().meets(visible)).forEach(painter::frame);
        diagram.wires().stream().filter(wire -> wire.meets(visible)).forEach(wire -> painter.wire(wire, emphasis));
        for (Box box : diagram.boxes()) {
            if (box.area().meets(visible)) {
                boolean changes = emphasis.changing().contains(box.node().name());
                (changes ? faint : painter).box(box, emphasis, changes || emphasis.faded());
            }
        }
    }

    private void frame(Frame frame) {
        Area area = frame.area();
        RGB hue = Hues.of(LayerKind.MERGE);
        pen.box(
                area.x(),
                area.y(),
                area.width(),
                area.height(),
                8,
                Hues.mix(hues.background(), hue, 0.07),
                Hues.mix(hues.background(), hue, 0.4),
                1);
        if (pen.detail() == Detail.FULL) {
            pen.text(
                    NLS.bind(Messages.frame, frame.block()),
                    area.x() + PADDING + 2,
                    area.y() + 3,
                    area.width() - 2 * PADDING,
                    Hues.mix(hues.background(), hues.foreground(), 0.7),
                    false);
        }
    }

    private void wire(Wire wire, Emphasis emphasis) {
        boolean strong = wire.equals(emphasis.wire()) || wire.equals(emphasis.target());
        RGB color = strong ? hues.selection() : Hues.mix(hues.background(), hues.foreground(), 0.5);
        if (pen.detail() == Detail.SPECKS && !strong) {
            pen.line(ends(wire), color, 1);
            return;
        }
        double[] flat =
                wire.points().stream().flatMapToDouble(java.util.Arrays::stream).toArray();
        double[] end = wire.points().getLast();
        flat[flat.length - 1] -= ARROW;
        pen.line(flat, color, strong ? 3 : 1.4);
        pen.polygon(
                new double[] {end[0] - ARROW, end[1] - 2 * ARROW, end[0] + ARROW, end[1] - 2 * ARROW, end[0], end[1]},
                color);
        if (pen.detail() == Detail.FULL && !wire.shape().isEmpty()) {
            pen.text(
                    wire.shape(),
                    end[0] + 2 * ARROW,
                    end[1] - lineHeight - 3,
                    200,
                    Hues.mix(hues.background(), hues.foreground(), 0.62),
                    false);
        }
    }

    private static double[] ends(Wire wire) {
        double[] from = wire.points().getFirst();
        double[] to = wire.points().getLast();
        return new double[] {from[0], from[1], to[0], to[1]};
    }

    private void box(Box box, Emphasis emphasis, boolean grey) {
        Node node = box.node();
        Area area = box.area();
        Paint paint = paint(node, grey);
        boolean selected =
                emphasis.selected().contains(node.name()) || node.name().equals(emphasis.target());
        if (pen.detail() == Detail.SPECKS) {
            RGB fill = selected ? hues.selection() : Hues.mix(paint.fill(), paint.hue(), 0.6);
            pen.box(area.x(), area.y(), area.width(), area.height(), 0, fill, null, 1);
            return;
        }
        if (node.folded()) {
            RGB behind = Hues.mix(hues.background(), paint.hue(), 0.25);
            pen.box(area.x() + 4, area.y() + 4, area.width(), area.height(), RADIUS, behind, paint.hue(), 1);
        }
        RGB line = selected ? hues.selection() : paint.line();
        pen.box(area.x(), area.y(), area.width(), area.height(), RADIUS, paint.fill(), line, selected ? 3 : 1);
        if (pen.detail() == Detail.SHAPES) {
            pen.box(area.x(), area.y(), BAR, area.height(), RADIUS, paint.hue(), null, 1);
            return;
        }
        Glyphs.draw(
                pen,
                node.kind(),
                area.x() + (BAR - GLYPH) / 2 + 2,
                area.y() + PADDING + (lineHeight - GLYPH) / 2,
                GLYPH,
                tint == null ? paint.hue() : hues.foreground());
        texts(node, area);
        problems(node, area);
    }

    /** The colours of a node. */
    private record Paint(RGB hue, RGB fill, RGB line) {}

    /** By its kind, or by what was measured of it. */
    private Paint paint(Node node, boolean grey) {
        if (tint == null) {
            RGB hue = grey ? hues.foreground() : Hues.of(node.kind());
            return new Paint(hue, Hues.mix(hues.background(), hue, 0.12), Hues.mix(hues.background(), hue, 0.75));
        }
        RGB line = Hues.mix(hues.background(), hues.foreground(), 0.4);
        OptionalDouble shade = tint.shade(node);
        return shade.isPresent()
                ? new Paint(hues.shade(shade.getAsDouble()), hues.shade(READABLE * shade.getAsDouble()), line)
                : new Paint(line, hues.background(), line);
    }

    private void texts(Node node, Area area) {
        double left = area.x() + BAR;
        double width = area.width() - BAR - PADDING;
        double y = area.y() + PADDING;
        RGB quiet = Hues.mix(hues.background(), hues.foreground(), tint == null ? 0.72 : 0.9);
        String title = node.isInput() ? Messages.input : node.title();
        pen.text(title, left, y, width, hues.foreground(), true);
        double used = pen.width(title, true) + 8;
        if (!node.isInput()) {
            pen.text(node.name(), left + used, y, width - used, quiet, false);
        }
        if (tint == null || tint.text(node).isEmpty()) {
            pen.text(node.detail(), left, y + lineHeight, width, quiet, false);
        } else {
            pen.text(tint.text(node), left, y + lineHeight, width, hues.foreground(), false);
        }
        String count = node.parameters() > 0
                ? NLS.bind(Messages.parameters, String.format(Locale.ROOT, "%,d", node.parameters()))
                : "";
        double countWidth = count.isEmpty() ? 0 : pen.width(count, false);
        pen.text(node.shape(), left, y + 2 * lineHeight, width - countWidth - 6, hues.foreground(), false);
        pen.text(
                count,
                area.x() + area.width() - PADDING - countWidth,
                y + 2 * lineHeight,
                countWidth + 2,
                quiet,
                false);
    }

    private void problems(Node node, Area area) {
        if (node.problems().isEmpty()) {
            return;
        }
        boolean error = node.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        double x = area.x() + area.width() - 4;
        double y = area.y() + 4;
        if (error) {
            pen.dot(x, y, 8, Hues.ERROR);
            pen.line(new double[] {x - 3, y - 3, x + 3, y + 3}, new RGB(255, 255, 255), 2);
            pen.line(new double[] {x - 3, y + 3, x + 3, y - 3}, new RGB(255, 255, 255), 2);
        } else {
            pen.polygon(new double[] {x - 9, y + 7, x + 9, y + 7, x, y - 8}, Hues.WARNING);
            pen.line(new double[] {x, y - 2, x, y + 2}, new RGB(255, 255, 255), 2);
            pen.dot(x, y + 5, 1, new RGB(255, 255, 255));
        }
    }
}
