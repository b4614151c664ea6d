package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.backprop.editor.network.graph.Diagram;
import org.backprop.editor.network.graph.Diagram.Area;
import org.backprop.editor.network.graph.Diagram.Box;
import org.backprop.editor.network.graph.Diagram.Wire;
import org.backprop.editor.network.graph.Layout;
import org.backprop.editor.network.graph.NetworkGraph;
import org.backprop.editor.network.graph.Node;
import org.backprop.model.ModelReader;
import org.backprop.model.edit.ModelEdit;
import org.junit.jupiter.api.Test;

class NetworkLayoutTest {
    private static final double WIDTH = 240;
    private static final double HEIGHT = 60;
    private static final String BLOCKS = """
            network:
              input: [8]
              layers:
                - dense: 8
                - residual:
                    layers:
                      - dense: 8
                      - residual: {layers: [dropout: 0.1, dense: 8]}
                - residual: {layers: [dense: 8], projection: {dense: 8}}
                - dense: {name: late, units: 8, inputs: [dense_1]}
                - add: {inputs: [late, residual_2]}
                - dense: {name: unused, units: 3}
                - dense: {name: out, units: 2, inputs: [add_1]}
            """;

    private final Layout layout = new Layout(WIDTH, HEIGHT);

    private Diagram lay(String text, String... folded) throws Exception {
        return layout.of(
                NetworkGraph.of(ModelEdit.of(text).layers(), ModelReader.read("m.nn.yaml", text), Set.of(folded)));
    }

    private static void check(Diagram diagram) {
        List<Box> boxes = new ArrayList<>(diagram.boxes());
        for (int i = 0; i < boxes.size(); i++) {
            Area area = boxes.get(i).area();
            assertTrue(
                    area.x() >= 0
                            && area.y() >= 0
                            && area.x() + area.width() <= diagram.width()
                            && area.y() + area.height() <= diagram.height(),
                    () -> area + " in " + diagram.width() + " x " + diagram.height());
            for (int j = 0; j < i; j++) {
                assertFalse(area.meets(boxes.get(j).area()), boxes.get(i) + " meets " + boxes.get(j));
            }
        }
        int inputs = 0;
        for (Node node : diagram.graph().nodes()) {
            inputs += node.inputs().size();
        }
        assertEquals(inputs, diagram.wires().size());
        diagram.wires().forEach(wire -> check(diagram, wire));
    }

    /** From the lower edge of the source to the upper edge of the target, by horizontal and vertical lines. */
    private static void check(Diagram diagram, Wire wire) {
        Area source = diagram.box(wire.source()).orElseThrow().area();
        Area target = diagram.box(wire.target()).orElseThrow().area();
        double[] first = wire.points().getFirst();
        double[] last = wire.points().getLast();
        assertTrue(first[0] >= source.x() && first[0] <= source.x() + source.width(), wire::toString);
        assertEquals(source.y() + source.height(), first[1], 0.01, wire::toString);
        assertTrue(last[0] >= target.x() && last[0] <= target.x() + target.width(), wire::toString);
        assertEquals(target.y(), last[1], 0.01, wire::toString);
        for (int i = 1; i < wire.points().size(); i++) {
            double[] from = wire.points().get(i - 1);
            double[] to = wire.points().get(i);
            assertTrue(Math.abs(from[0] - to[0]) < 1 || Math.abs(from[1] - to[1]) < 1, wire::toString);
        }
    }

    @Test
    void nodesLieApartAndWiresGoFromOneToTheOther() throws Exception {
        check(lay("network:\n  layers:\n    - flatten\n    - dense: 3\n"));
        check(lay(BLOCKS));
        check(lay(BLOCKS, "residual_1", "residual_2"));
        check(lay(BLOCKS, "residual_1/residual_1"));
    }

    @Test
    void framesAreAroundTheNodesOfTheirBlocks() throws Exception {
        Diagram diagram = lay(BLOCKS);
        assertEquals(3, diagram.frames().size());
        diagram.frames()
                .forEach(frame -> diagram.boxes().stream()
                        .filter(box -> box.node().block().equals(frame.block()))
                        .forEach(box -> assertTrue(
                                frame.area().contains(box.area().x(), box.area().y())
                                        && frame.area()
                                                .contains(
                                                        box.area().x() + WIDTH,
                                                        box.area().y() + HEIGHT),
                                () -> box + " in " + frame)));
    }

    @Test
    void layersOfAChainStandBelowEachOtherInOneColumn() throws Exception {
        Diagram diagram = lay("network:\n  layers:\n" + "    - dense: 8\n".repeat(300));
        check(diagram);
        assertEquals(
                1,
                diagram.boxes().stream().map(box -> box.area().x()).distinct().count());
    }

    @Test
    void anyGraphCanBeLaidOutAlsoOneThatIsWrong() throws Exception {
        Random random = new Random(3);
        for (int i = 0; i < 40; i++) {
            StringBuilder text = new StringBuilder("network:\n  layers:\n");
            for (int j = 0; j < 12; j++) {
                int a = random.nextInt(12);
                int b = random.nextInt(j + 1);
                text.append(
                        random.nextInt(3) > 0
                                ? "    - dense: {name: l" + j + ", units: 8}\n"
                                : "    - add: {name: l" + j + ", inputs: [l" + (random.nextInt(8) == 0 ? a : b)
                                        + ", input]}\n");
            }
            Diagram diagram = lay(text.toString());
            assertEquals(13, diagram.boxes().size());
        }
    }
}
