package org.backprop.editor.network.graph;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backprop.editor.network.graph.Diagram.Area;
import org.backprop.editor.network.graph.Diagram.Box;
import org.backprop.editor.network.graph.Diagram.Frame;
import org.backprop.editor.network.graph.Diagram.Wire;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
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

/** Lays a network out from top to bottom by ELK's layered algorithm (Sugiyama et al. 1981). Not on the UI thread. */
public final class Layout {

    private static final double FRAME_TOP = 26;
    private static final double FRAME_SIDE = 14;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private final NetworkGraph graph;
    private final double width;
    private final double height;
    private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
    private final Map<String, ElkNode> frames = new LinkedHashMap<>();
    private final Map<ElkEdge, String[]> edges = new LinkedHashMap<>();
    private final ElkNode root = ElkGraphUtil.createGraph();

    private Layout(NetworkGraph graph, double width, double height) {
        this.graph = graph;
        this.width = width;
        this.height = height;
    }

    /**
     * Lays a graph out.
     *
     * @param width width of each node in points
     * @param height height of each node in points
     */
    public static Diagram of(NetworkGraph graph, double width, double height) {
        Layout layout = new Layout(graph, width, height);
        layout.build();
        new LayeredLayoutProvider().layout(layout.root, new BasicProgressMonitor());
        return layout.diagram();
    }

    private void build() {
        configure(root);
        for (Node node : graph.nodes()) {
            ElkNode drawn = ElkGraphUtil.createNode(node.block().isEmpty() ? root : frame(node.block()));
            drawn.setDimensions(width, height);
            nodes.put(node.name(), drawn);
        }
        for (Node node : graph.nodes()) {
            for (String input : node.inputs()) {
                if (nodes.containsKey(input) && !input.equals(node.name())) {
                    ElkEdge edge = ElkGraphUtil.createSimpleEdge(nodes.get(input), nodes.get(node.name()));
                    edges.put(edge, new String[] {input, node.name()});
                }
            }
        }
    }

    private ElkNode frame(String block) {
        ElkNode known = frames.get(block);
        if (known == null) {
            int slash = block.lastIndexOf('/');
            String outer = slash < 0 ? "" : block.substring(0, slash);
            boolean nested = graph.node(outer).filter(Node::foldable).isPresent();
            known = ElkGraphUtil.createNode(nested ? frame(outer) : root);
            configure(known);
            known.setProperty(LayeredOptions.PADDING, new ElkPadding(FRAME_TOP, FRAME_SIDE, FRAME_SIDE, FRAME_SIDE));
            known.setProperty(LayeredOptions.NODE_SIZE_CONSTRAINTS, EnumSet.noneOf(SizeConstraint.class));
            frames.put(block, known);
        }
        return known;
    }

    private static void configure(ElkNode node) {
        node.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
        node.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        node.setProperty(LayeredOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
        node.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
        node.setProperty(LayeredOptions.SPACING_NODE_NODE, 28.0);
        node.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 34.0);
        node.setProperty(LayeredOptions.SPACING_EDGE_NODE, 16.0);
        node.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 12.0);
    }

    private Diagram diagram() {
        List<Box> boxes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            boxes.add(new Box(node, area(nodes.get(node.name()))));
        }
        List<Frame> around = new ArrayList<>();
        frames.forEach((block, node) -> around.add(new Frame(block, area(node))));
        around.sort((a, b) -> Double.compare(b.area().height(), a.area().height()));
        return new Diagram(graph, boxes, around, wires(), root.getWidth(), root.getHeight());
    }

    private static Area area(ElkNode node) {
        double x = node.getX();
        double y = node.getY();
        for (ElkNode parent = node.getParent(); parent != null; parent = parent.getParent()) {
            x += parent.getX();
            y += parent.getY();
        }
        return new Area(x, y, node.getWidth(), node.getHeight());
    }

    private List<Wire> wires() {
        Map<String, String> shapes = new HashMap<>();
        graph.nodes().forEach(node -> shapes.put(node.name(), node.shape()));
        List<Wire> wires = new ArrayList<>();
        edges.forEach((edge, names) -> {
            List<double[]> points = new ArrayList<>();
            Area origin = edge.getContainingNode() == null ? new Area(0, 0, 0, 0) : area(edge.getContainingNode());
            for (ElkEdgeSection section : edge.getSections()) {
                points.add(new double[] {origin.x() + section.getStartX(), origin.y() + section.getStartY()});
                for (ElkBendPoint bend : section.getBendPoints()) {
                    points.add(new double[] {origin.x() + bend.getX(), origin.y() + bend.getY()});
                }
                points.add(new double[] {origin.x() + section.getEndX(), origin.y() + section.getEndY()});
            }
            wires.add(new Wire(names[0], names[1], shapes.get(names[0]), points));
        });
        return wires;
    }
}
