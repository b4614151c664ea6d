package org.backprop.editor.network.graph;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import org.backprop.editor.network.graph.Diagram.Area;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Lays a part out from top to bottom by ELK's layered algorithm (Sugiyama et al. 1981). */
final class PartLayout {
    private static final double FRAME_TOP = 26;
    private static final double FRAME_SIDE = 14;
    private static final double BETWEEN_LAYERS = 34;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private final Part part;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final List<ElkNode> frames = new ArrayList<>();
    private final List<ElkNode> nodes = new ArrayList<>();
    private final List<List<ElkEdge>> edges = new ArrayList<>();
    private ElkNode entry;

    private PartLayout(Part part) {
        this.part = part;
    }

    /**
     * Lays a part out.
     *
     * @param width width of each node in points
     * @param height height of each node in points
     */
    static Piece of(Part part, double width, double height) {
        PartLayout layout = new PartLayout(part);
        layout.build(width, height);
        new LayeredLayoutProvider().layout(layout.root, new BasicProgressMonitor());
        return layout.piece();
    }

    private void build(double width, double height) {
        configure(root);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(0));
        part.outer().forEach(outer -> frames.add(frame(inside(outer))));
        for (int frame : part.frames()) {
            nodes.add(node(inside(frame), width, height));
        }
        if (part.isFed()) {
            entry = node(root, width, 0);
            entry.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.FIRST);
        }
        for (int target = 0; target < nodes.size(); target++) {
            List<ElkEdge> taken = new ArrayList<>();
            for (int source : part.inputs().get(target)) {
                ElkNode from = source == Part.ENTRY ? entry : nodes.get(source);
                taken.add(ElkGraphUtil.createSimpleEdge(from, nodes.get(target)));
            }
            edges.add(taken);
        }
    }

    private ElkNode inside(int frame) {
        return frame == Part.NONE ? root : frames.get(frame);
    }

    private static ElkNode node(ElkNode parent, double width, double height) {
        ElkNode node = ElkGraphUtil.createNode(parent);
        node.setDimensions(width, height);
        return node;
    }

    private static ElkNode frame(ElkNode parent) {
        ElkNode frame = ElkGraphUtil.createNode(parent);
        configure(frame);
        frame.setProperty(LayeredOptions.PADDING, new ElkPadding(FRAME_TOP, FRAME_SIDE, FRAME_SIDE, FRAME_SIDE));
        frame.setProperty(LayeredOptions.NODE_SIZE_CONSTRAINTS, EnumSet.noneOf(SizeConstraint.class));
        return frame;
    }

    private static void configure(ElkNode node) {
        node.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
        node.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        node.setProperty(LayeredOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
        node.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
        node.setProperty(LayeredOptions.SPACING_NODE_NODE, 28.0);
        node.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        node.setProperty(LayeredOptions.SPACING_EDGE_NODE, 16.0);
        node.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 12.0);
    }

    private Piece piece() {
        double below = entry == null ? BETWEEN_LAYERS : 0;
        return new Piece(
                nodes.stream().map(node -> area(node, below)).toList(),
                frames.stream().map(frame -> area(frame, below)).toList(),
                edges.stream()
                        .map(taken ->
                                taken.stream().map(edge -> corners(edge, below)).toList())
                        .toList(),
                entry == null ? Double.NaN : entry.getX() + entry.getWidth() / 2,
                root.getWidth(),
                root.getHeight() + below);
    }

    private static Area area(ElkNode node, double below) {
        double x = node.getX();
        double y = node.getY();
        for (ElkNode parent = node.getParent(); parent != null; parent = parent.getParent()) {
            x += parent.getX();
            y += parent.getY();
        }
        return new Area(x, y + below, node.getWidth(), node.getHeight());
    }

    private static List<double[]> corners(ElkEdge edge, double below) {
        Area origin =
                edge.getContainingNode() == null ? new Area(0, below, 0, 0) : area(edge.getContainingNode(), below);
        List<double[]> corners = new ArrayList<>();
        for (ElkEdgeSection section : edge.getSections()) {
            corners.add(new double[] {origin.x() + section.getStartX(), origin.y() + section.getStartY()});
            for (ElkBendPoint bend : section.getBendPoints()) {
                corners.add(new double[] {origin.x() + bend.getX(), origin.y() + bend.getY()});
            }
            corners.add(new double[] {origin.x() + section.getEndX(), origin.y() + section.getEndY()});
        }
        return corners;
    }
}
