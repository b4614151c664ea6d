package org.backprop.editor.network.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import org.backprop.editor.network.graph.Diagram.Area;
import org.backprop.editor.network.graph.Diagram.Box;
import org.backprop.editor.network.graph.Diagram.Frame;
import org.backprop.editor.network.graph.Diagram.Wire;
import org.backprop.editor.network.graph.Parts.Section;

/** Pieces of a network one below the other, their last nodes in the middle of the column. */
final class Column {
    private static final double MARGIN = 12;
    private static final double BEND = 10;

    private final NetworkGraph graph;
    private final List<Area> boxes = new ArrayList<>();
    private final List<Frame> frames = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();
    private double left;
    private double right;
    private double bottom;

    Column(NetworkGraph graph) {
        this.graph = graph;
    }

    /** Adds the piece of a section below the others. */
    void add(Piece piece, Section section) {
        Part part = section.part();
        double x = -piece.exit();
        boolean bent = part.isFed() && Math.abs(piece.entry() + x) > 1;
        double y = bottom + (bent ? 2 * BEND : 0);
        piece.boxes().forEach(area -> boxes.add(moved(area, x, y)));
        for (int i = 0; i < section.frames().size(); i++) {
            frames.add(new Frame(section.frames().get(i), moved(piece.frames().get(i), x, y)));
        }
        for (int target = 0; target < part.inputs().size(); target++) {
            List<Integer> sources = part.inputs().get(target);
            for (int i = 0; i < sources.size(); i++) {
                List<double[]> corners = piece.wires().get(target).get(i).stream()
                        .map(corner -> new double[] {corner[0] + x, corner[1] + y})
                        .toList();
                boolean enters = sources.get(i) == Part.ENTRY;
                wires.add(wire(
                        section.from() + sources.get(i),
                        section.from() + target,
                        enters ? entering(corners, piece.entry() + x, boxes.get(section.from() - 1)) : corners));
            }
        }
        left = Math.min(left, x);
        right = Math.max(right, x + piece.width());
        bottom = y + piece.height();
    }

    private Wire wire(int from, int to, List<double[]> corners) {
        Node source = graph.nodes().get(from);
        return new Wire(source.name(), graph.nodes().get(to).name(), source.shape(), corners);
    }

    /** From the lower edge of the node above, which may lie beside the middle of the piece. */
    private List<double[]> entering(List<double[]> corners, double entry, Area above) {
        double start = above.y() + above.height();
        double offset = entry - above.x() - above.width() / 2;
        double[] first = corners.getFirst();
        List<double[]> whole = new ArrayList<>();
        whole.add(new double[] {first[0] - offset, start});
        if (Math.abs(offset) > 1) {
            whole.add(new double[] {first[0] - offset, bottom + BEND});
            whole.add(new double[] {first[0], bottom + BEND});
        }
        whole.addAll(corners.subList(1, corners.size()));
        return whole;
    }

    private static Area moved(Area area, double x, double y) {
        return new Area(area.x() + x, area.y() + y, area.width(), area.height());
    }

    /** Everything, with a margin around it. */
    Diagram diagram() {
        double top = boxes.stream().mapToDouble(Area::y).min().orElse(0);
        double x = MARGIN - left;
        double y = MARGIN - top;
        SequencedMap<String, Box> placed = new LinkedHashMap<>();
        for (int i = 0; i < boxes.size(); i++) {
            Node node = graph.nodes().get(i);
            placed.put(node.name(), new Box(node, moved(boxes.get(i), x, y)));
        }
        wires.forEach(wire -> wire.points().forEach(corner -> {
            corner[0] += x;
            corner[1] += y;
        }));
        List<Frame> around = frames.stream()
                .map(frame -> new Frame(frame.block(), moved(frame.area(), x, y)))
                .sorted((a, b) -> Double.compare(b.area().height(), a.area().height()))
                .toList();
        return new Diagram(graph, placed, around, wires, right - left + 2 * MARGIN, bottom - top + 2 * MARGIN);
    }
}
