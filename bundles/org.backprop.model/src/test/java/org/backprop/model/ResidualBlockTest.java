package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResidualBlockTest {

    private static final String BLOCKS = """
            - conv2d: {name: stem, filters: 4, kernel: 3, padding: same}
            - residual:
                name: first
                layers:
                  - conv2d: {name: conv, filters: 4, kernel: 3, padding: same}
                  - batch_norm
                  - residual:
                      layers: [prelu, {concat: {inputs: [prelu_1, input]}}]
                      projection: {conv2d: {filters: 8, kernel: 1}}
                      activation: linear
                  - conv2d: {name: last, filters: 6, kernel: 3, stride: 2, padding: 1}
                  - add: {inputs: [last, last]}
                projection: {conv2d: {filters: 6, kernel: 1, stride: 2}}
            - residual: {inputs: stem, layers: [dropout: 0.1, activation: relu], activation: tanh}
            - global_avg_pool: {inputs: first}
            """;

    /** What {@link #BLOCKS} stands for. */
    private static final String FLAT = """
            - conv2d: {name: stem, filters: 4, kernel: 3, padding: same}
            - conv2d: {name: first/conv, inputs: stem, filters: 4, kernel: 3, padding: same}
            - batch_norm: {name: first/batch_norm_1}
            - prelu: {name: first/residual_1/prelu_1}
            - concat: {name: first/residual_1/concat_1, inputs: [first/residual_1/prelu_1, first/batch_norm_1]}
            - conv2d: {name: first/residual_1/projection, inputs: first/batch_norm_1, filters: 8, kernel: 1}
            - add: {name: first/residual_1, inputs: [first/residual_1/concat_1, first/residual_1/projection]}
            - conv2d: {name: first/last, filters: 6, kernel: 3, stride: 2, padding: 1}
            - add: {name: first/add_1, inputs: [first/last, first/last]}
            - conv2d: {name: first/projection, inputs: stem, filters: 6, kernel: 1, stride: 2}
            - add: {name: first, inputs: [first/add_1, first/projection], activation: relu}
            - dropout: {name: residual_2/dropout_1, inputs: stem, rate: 0.1}
            - activation: {name: residual_2/activation_1, function: relu}
            - add: {name: residual_2, inputs: [residual_2/activation_1, stem], activation: tanh}
            - global_avg_pool: {inputs: first}
            """;

    private static List<Layer> layers(String layers) {
        return Texts.read(Texts.shaped("[3, 8, 8]", layers)).model().orElseThrow().network().layers().stream()
                .map(layer -> new Layer(layer.name(), layer.inputs(), layer.spec(), Position.START))
                .toList();
    }

    @Test
    void standsForItsLayersAndTheirSum() {
        assertEquals(layers(FLAT), layers(BLOCKS));
    }

    @Test
    void startsAtTheInputOfTheNetworkIfNothingStandsBeforeIt() {
        List<Layer> layers = layers("- residual: {layers: [batch_norm]}");
        assertEquals(List.of("input"), layers.getFirst().inputs());
        assertEquals(
                List.of("residual_1/batch_norm_1", "input"), layers.getLast().inputs());
    }

    @Test
    void itsLayersMayReadLayersOutsideOfIt() {
        String block = "- dense: {name: a, units: 5}\n- residual: {layers: [dense: 5, add: {inputs: [dense_1, a]}]}";
        Layer sum = Texts.model(Texts.shaped("[5]", block)).network().layers().get(2);
        assertEquals(List.of("residual_1/dense_1", "a"), sum.inputs());
    }

    @Test
    void itsLayersAreInTheOutlineInsideOfIt() {
        OutlineNode network = Texts.read(Texts.shaped("[3, 8, 8]", BLOCKS)).outline().children().stream()
                .filter(node -> node.label().equals("network"))
                .findFirst()
                .orElseThrow();
        OutlineNode first = network.children().stream()
                .filter(node -> node.label().equals("first"))
                .findFirst()
                .orElseThrow();
        assertEquals("residual [6, 4, 4]", first.detail());
        assertEquals(
                List.of(
                        "first/conv",
                        "first/batch_norm_1",
                        "first/residual_1",
                        "first/last",
                        "first/add_1",
                        "first/projection"),
                first.children().stream().map(OutlineNode::label).toList());
        assertEquals(3, first.children().get(2).children().size());
        assertEquals(7, first.position().line());
        assertEquals(10, first.children().getFirst().position().line());
    }

    @Test
    void itsLayersCanBeFrozenTogether() {
        String text = Texts.shaped("[3, 8, 8]", BLOCKS)
                .replace("layers:\n    - conv2d", "freeze: [first/*]\n  layers:\n    - conv2d");
        Set<String> frozen = Texts.read(text).model().orElseThrow().network().frozen();
        assertEquals(9, frozen.size());
        assertTrue(frozen.contains("first/residual_1/projection"));
    }

    @Test
    void aValueInsideCanBeOverridden() {
        Analysis analysis =
                Texts.read(Texts.shaped("[3, 8, 8]", BLOCKS), Map.of("network.layers.first.layers.conv.kernel", "5"));
        assertEquals(
                new Size2d(5, 5),
                ((Conv2dLayer) analysis.model()
                                .orElseThrow()
                                .network()
                                .layers()
                                .get(1)
                                .spec())
                        .kernel());
    }

    @Test
    void theResolvedConfigurationIsThatOfItsLayers() {
        Model model = Texts.read(Texts.shaped("[3, 8, 8]", BLOCKS)).model().orElseThrow();
        String resolved = ModelWriterTest.json(ModelWriter.resolved(model));
        assertEquals(
                layers(BLOCKS),
                Texts.read(resolved).model().orElseThrow().network().layers().stream()
                        .map(layer -> new Layer(layer.name(), layer.inputs(), layer.spec(), Position.START))
                        .toList());
    }

    @Test
    void refusesTheSameNameTwice() {
        List<Problem> problems = Expect.problems(
                Texts.shaped("[3]", "- residual: {layers: [dropout: {name: a}, ‹dropout›: {name: ‹a›}]}"));
        assertTrue(problems.getLast().message().contains("already a layer \"residual_1/a\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- ‹residual› | MISSING | residual needs the key layers",
                "- residual: {layers: ‹[]›} | MISSING | a residual has at least one layer",
                "- residual: {layers: ‹dense›} | WRONG_TYPE | layers must be a list",
                "- residual: {layers: [dropout: 0.1], ‹layer›: 1} | UNKNOWN_KEY | unknown key \"layer\" in residual: did you mean layers?",
                "- residual: {layers: [dropout: ‹2›]} | OUT_OF_RANGE | rate must be",
                "- residual: {layers: [‹dropot›]} | UNKNOWN_TYPE | did you mean dropout?",
                "- residual: {layers: [dropout: 0.1], activation: ‹softmax›} | INCONSISTENT | must work on each element alone",
                "- residual: {layers: [dropout: {name: ‹input›}]} | DUPLICATE_NAME | the name of the block's input",
                "- residual: {layers: [dropout: {name: one}, dropout: {inputs: ‹ona›}]} | UNKNOWN_NAME | did you mean one?",
                "- residual: {layers: [dropout: 0.1], inputs: [‹imput›]} | UNKNOWN_NAME | did you mean input?",
                "- residual: {layers: [dropout: 0.1], inputs: [input, ‹input›]} | INCONSISTENT | residual takes one input",
                "- residual: {layers: [dropout: 0.1], projection: {dense: {units: ‹0›}}} | OUT_OF_RANGE | units must be",
                "- residual: {layers: [dropout: 0.1], ‹regularizer›: l2} | INCONSISTENT | no weights to regularize",
                "- ‹residual›: {layers: [flatten]} | SHAPE_MISMATCH | \"residual_1/flatten_1\" has shape [9] and \"input\" has [3, 3]",
                "- residual: {layers: [dropout: {name: ‹a.b›}]} | BAD_NAME | letters, digits, _ and -",
            })
    void pointsToTheCause(String layer, Code code, String message) {
        Expect.problem(code, Texts.shaped("[3, 3]", layer), message);
    }
}
