package org.backprop.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;

import org.backprop.engine.network.GradientFlow.Kind;
import org.backprop.engine.testing.Models;
import org.backprop.model.Activation;
import org.backprop.model.AddLayer;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.DropoutLayer;
import org.backprop.model.Shape;
import org.junit.jupiter.api.Test;

class GradientFlowTest {

    private static final int INPUT = 0;
    private static final int A = 1;
    private static final int B = 2;
    private static final int SUM = 3;

    private static Graph graph(Models layers) {
        return new Graph(layers.build(new CrossEntropyLoss(), 1).network(), Shape.of(3));
    }

    private static Models residual() {
        return new Models()
                .add("a", Models.dense(3, Activation.LINEAR))
                .add("b", Models.dense(3, Activation.LINEAR))
                .add("sum", List.of("b", "a", "input", "a"), new AddLayer(Activation.LINEAR));
    }

    @Test
    void theLastReaderWritesTheTotalAndTheOthersTheirParts() {
        GradientFlow flow = new GradientFlow(graph(residual()));
        assertEquals(Kind.TOTAL, flow.kind(2, 0));
        assertEquals(Kind.TOTAL, flow.kind(2, 1));
        assertEquals(Kind.PART, flow.kind(2, 3));
        assertEquals(Kind.PART, flow.kind(1, 0));
    }

    @Test
    void theInputOfTheNetworkHasNoGradient() {
        GradientFlow flow = new GradientFlow(graph(residual()));
        assertEquals(Kind.NONE, flow.kind(0, 0));
        assertEquals(Kind.NONE, flow.kind(2, 2));
        assertEquals(INPUT, graph(residual()).executed().getFirst().inputs().getFirst());
    }

    @Test
    void oneInputOfASumTakesItsGradientWhereThatOfTheSumLies() {
        Graph graph = graph(residual());
        ArenaLayout layout = new ArenaLayout(graph, new GradientFlow(graph), 1, 0, 4);
        assertEquals(layout.gradient(SUM), layout.gradient(B));
        assertNotEquals(layout.gradient(SUM), layout.gradient(A));
        assertNotEquals(layout.gradient(A), layout.part(2, 3));
    }

    @Test
    void layersThatWorkInPlaceShareOneGradient() {
        Graph graph = graph(new Models()
                .add("a", Models.dense(3, Activation.LINEAR))
                .add("b", new DropoutLayer(0.5))
                .add("sum", new DropoutLayer(0.5)));
        ArenaLayout layout = new ArenaLayout(graph, new GradientFlow(graph), 1, 0, 4);
        assertEquals(layout.gradient(SUM), layout.gradient(A));
        assertEquals(layout.gradient(SUM), layout.gradient(B));
    }

    @Test
    void aLayerWithoutParametersBeforeItHasNoBackwardPass() {
        Graph graph = graph(new Models().add("a", new DropoutLayer(0.5)).add("b", Models.dense(3, Activation.LINEAR)));
        GradientFlow flow = new GradientFlow(graph);
        assertEquals(List.of(false, true), List.of(flow.differentiated(0), flow.differentiated(1)));
        assertEquals(Kind.NONE, flow.kind(1, 0));
    }
}
