package org.backprop.editor.network.draw;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.backprop.editor.network.graph.Diagram;
import org.backprop.editor.network.graph.Diagram.Area;
import org.backprop.editor.network.graph.Diagram.Box;
import org.backprop.editor.network.graph.Diagram.Frame;
import org.backprop.editor.network.graph.Diagram.Wire;
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

    private final Pen pen;
    private final Hues hues;
    private final double lineHeight;

    private DiagramPainter(Pen pen, Hues hues, double lineHeight) {
        this.pen = pen;
        this.hues = hues;
        this.lineHeight = lineHeight;
    }

    /**
     * What stands out in a diagram.
     *
     * @param selected names of the selected nodes
     * @param wire the selected wire, null for none
     * @param target the wire or the name of the node that something would be dropped on, null for none
     * @param faded whether the diagram is not up to date
     */
    public record Emphasis(Set<String> selected, Wire wire, Object target, boolean faded) {
        /** Nothing stands out. */
        public static final Emphasis NONE = new Emphasis(Set.of(), null, null, false);
    }

    /** Height of a node for text of this line height. */
    public static double nodeHeight(double lineHeight) {
        return 3 * lineHeight + 2 * PADDING;
    }

    /** Draws what meets {@code visible}. */
    public static void paint(Diagram diagram, Pen pen, Hues hues, double lineHeight, Area visible, Emphasis emphasis) {
        Hues used = emphasis.faded() ? hues.faded() : hues;
        DiagramPainter painter = new DiagramPainter(pen, used, lineHeight);
        diagram.frames().stream().filter(frame -> frame.area().meets(visible)).forEach(painter::frame);
        diagram.wires().stream().filter(wire -> meets(wire, visible)).forEach(wire -> painter.wire(wire, emphasis));
        diagram.boxes().stream().filter(box -> box.area().meets(visible)).forEach(box -> painter.box(box, emphasis));
    }

    private static boolean meets(Wire wire, Area visible) {
        List<double[]> points = wire.points();
        double left = points.stream().mapToDouble(p -> p[0]).min().orElse(0);
        double right = points.stream().mapToDouble(p -> p[0]).max().orElse(0);
        double top = points.stream().mapToDouble(p -> p[1]).min().orElse(0);
        double bottom = points.stream().mapToDouble(p -> p[1]).max().orElse(0);
        return new Area(left - 100, top, right - left + 200, bottom - top).meets(visible);
    }

    private void frame(Frame frame) {
        Area area = frame.area();
        RGB hue = hues.of(org.backprop.editor.network.graph.LayerKind.MERGE);
        pen.box(
                area.x(),
                area.y(),
                area.width(),
                area.height(),
                8,
                Hues.mix(hues.background(), hue, 0.07),
                Hues.mix(hues.background(), hue, 0.4),
                1);
        if (pen.showsDetails()) {
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
        double[] flat =
                wire.points().stream().flatMapToDouble(java.util.Arrays::stream).toArray();
        double[] end = wire.points().getLast();
        flat[flat.length - 1] -= ARROW;
        pen.line(flat, color, strong ? 3 : 1.4);
        pen.polygon(
                new double[] {end[0] - ARROW, end[1] - 2 * ARROW, end[0] + ARROW, end[1] - 2 * ARROW, end[0], end[1]},
                color);
        if (pen.showsDetails() && !wire.shape().isEmpty()) {
            pen.text(
                    wire.shape(),
                    end[0] + 2 * ARROW,
                    end[1] - lineHeight - 3,
                    200,
                    Hues.mix(hues.background(), hues.foreground(), 0.62),
                    false);
        }
    }

    private void box(Box box, Emphasis emphasis) {
        Node node = box.node();
        Area area = box.area();
        RGB hue = emphasis.faded() ? hues.foreground() : hues.of(node.kind());
        boolean selected =
                emphasis.selected().contains(node.name()) || node.name().equals(emphasis.target());
        if (node.folded()) {
            RGB behind = Hues.mix(hues.background(), hue, 0.25);
            pen.box(area.x() + 4, area.y() + 4, area.width(), area.height(), 6, behind, hue, 1);
        }
        RGB line = selected ? hues.selection() : Hues.mix(hues.background(), hue, 0.75);
        pen.box(
                area.x(),
                area.y(),
                area.width(),
                area.height(),
                6,
                Hues.mix(hues.background(), hue, 0.12),
                line,
                selected ? 3 : 1);
        if (!pen.showsDetails()) {
            pen.box(area.x(), area.y(), BAR, area.height(), 6, hue, null, 1);
            return;
        }
        Glyphs.draw(
                pen,
                node.kind(),
                area.x() + (BAR - GLYPH) / 2 + 2,
                area.y() + PADDING + (lineHeight - GLYPH) / 2,
                GLYPH,
                hue);
        texts(node, area);
        problems(node, area);
    }

    private void texts(Node node, Area area) {
        double left = area.x() + BAR;
        double width = area.width() - BAR - PADDING;
        double y = area.y() + PADDING;
        RGB quiet = Hues.mix(hues.background(), hues.foreground(), 0.72);
        String title = node.isInput() ? Messages.input : node.title();
        pen.text(title, left, y, width, hues.foreground(), true);
        double used = pen.width(title, true) + 8;
        if (!node.isInput()) {
            pen.text(node.name(), left + used, y, width - used, quiet, false);
        }
        pen.text(node.detail(), left, y + lineHeight, width, quiet, false);
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
