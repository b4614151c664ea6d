package org.backprop.editor.network.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SequencedMap;

/**
 * A laid-out network, in points of the unscaled drawing.
 *
 * @param graph what is drawn
 * @param byName the nodes with their places by their names, in the order of the graph
 * @param frames the frames around blocks that are not folded, outer ones first
 * @param wires the connections
 * @param width width of everything
 * @param height height of everything
 */
public record Diagram(
        NetworkGraph graph,
        SequencedMap<String, Box> byName,
        List<Frame> frames,
        List<Wire> wires,
        double width,
        double height) {

    /** Room for the shape beside a wire. */
    private static final double LABEL = 100;

    /** Copies the collections. */
    public Diagram {
        byName = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byName));
        frames = List.copyOf(frames);
        wires = List.copyOf(wires);
    }

    /** A rectangle. */
    public record Area(double x, double y, double width, double height) {

        /** Whether a point lies in it. */
        public boolean contains(double px, double py) {
            return px >= x && px <= x + width && py >= y && py <= y + height;
        }

        /** Whether it has a point in common with another. */
        public boolean meets(Area other) {
            return x <= other.x + other.width
                    && other.x <= x + width
                    && y <= other.y + other.height
                    && other.y <= y + height;
        }
    }

    /** A node at its place. */
    public record Box(Node node, Area area) {}

    /** The frame around a block. */
    public record Frame(String block, Area area) {}

    /**
     * A connection.
     *
     * @param source name of the node whose output it carries
     * @param target name of the node that takes it
     * @param shape shape of what it carries, empty if not known
     * @param points x and y of its corners, from the source to the target
     */
    public record Wire(String source, String target, String shape, List<double[]> points) {

        /** Whether it may have a point in common with an area. */
        public boolean meets(Area area) {
            double top = Double.POSITIVE_INFINITY;
            double bottom = Double.NEGATIVE_INFINITY;
            double left = Double.POSITIVE_INFINITY;
            double right = Double.NEGATIVE_INFINITY;
            for (double[] point : points) {
                left = Math.min(left, point[0]);
                right = Math.max(right, point[0]);
                top = Math.min(top, point[1]);
                bottom = Math.max(bottom, point[1]);
            }
            return new Area(left - LABEL, top, right - left + 2 * LABEL, bottom - top).meets(area);
        }
    }

    /** The box of a node. */
    public Optional<Box> box(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The boxes in the order of the graph. */
    public SequencedCollection<Box> boxes() {
        return byName.sequencedValues();
    }

    /** The topmost node at a point. */
    public Optional<Box> at(double x, double y) {
        return boxes().stream().filter(box -> box.area().contains(x, y)).findFirst();
    }

    /** The wire nearest to a point within a distance. */
    public Optional<Wire> wireAt(double x, double y, double within) {
        Wire nearest = null;
        double best = within;
        for (Wire wire : wires) {
            for (int i = 1; i < wire.points().size(); i++) {
                double distance =
                        distance(x, y, wire.points().get(i - 1), wire.points().get(i));
                if (distance <= best) {
                    best = distance;
                    nearest = wire;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static double distance(double x, double y, double[] from, double[] to) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : Math.clamp(((x - from[0]) * dx + (y - from[1]) * dy) / square, 0.0, 1.0);
        return Math.hypot(x - from[0] - along * dx, y - from[1] - along * dy);
    }
}
