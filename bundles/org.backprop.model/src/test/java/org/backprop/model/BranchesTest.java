package org.backprop.model;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BranchesTest {

    @Test
    void resolvesEveryInputOfALayer() {
        List<Layer> layers = Texts.model(Texts.BRANCHES).network().layers();
        assertEquals(List.of("pool", "block"), layers.get(6).inputs());
        assertEquals(List.of("input"), layers.get(9).inputs());
        assertEquals(List.of("global_avg_pool_1", "state"), layers.get(11).inputs());
        assertEquals(new AddLayer(Activation.LINEAR), layers.get(11).spec());
    }

    @Test
    void followsTheShapesOfEveryBranch() {
        assertEquals("""
                Layer              Type             Output       Parameters    FLOPs
                input                               [28, 28]
                stem               conv2d           [8, 14, 14]         120   47,040
                batch_norm_1       batch_norm       [8, 14, 14]          16        0
                activation_1       activation       [8, 14, 14]           0        0
                pool               max_pool2d       [8, 14, 14]           0        0
                conv2d_2           conv2d           [8, 14, 14]         152   56,448
                block              conv2d           [8, 14, 14]         136   50,176
                add_1              add              [8, 14, 14]           0        0
                avg_pool2d_1       avg_pool2d       [8, 7, 14]            0        0
                global_avg_pool_1  global_avg_pool  [8]                   0        0
                rows               lstm             [28, 6]             864   45,696
                state              lstm             [8]                 448   25,088
                joined             add              [8]                   0        0
                dense_1            dense            [10]                 90      160
                Total                                                 1,826  224,608
                """, Texts.read(Texts.BRANCHES).network().orElseThrow().table());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- ‹add› | MISSING | add needs at least 2 inputs: name the layers, as in inputs: [a, b]",
                "- add: {inputs: [‹dense_1›]} | MISSING | add needs at least 2 inputs",
                "- {add: {}, inputs: ‹dense_1›} | MISSING | add needs at least 2 inputs",
                "- {add: {}, ‹inputs›: []} | MISSING | inputs names no layer",
                "- {add: {}, inputs: ‹{a: b}›} | WRONG_TYPE | inputs must be a list of layer names, is a mapping",
                "- {add: {}, inputs: [dense_1, ‹[input]›]} | WRONG_TYPE | inputs must be a list of layer names, is a list",
                "- {add: {}, inputs: [dense_1, ‹densse_1›]} | UNKNOWN_NAME | did you mean dense_1?",
                "- {add: {}, inputs: [dense_1, ‹late›]} | CYCLE | add_1 <- late <- add_1",
                "- {add: {}, inputs: [dense_1, ‹add_1›]} | CYCLE | add_1 <- add_1",
                "- {dropout: 0.1, inputs: [dense_1, ‹input›, dense_1]} | INCONSISTENT | dropout takes one input, 3 are given",
            })
    void pointsToTheInputThatIsWrong(String layer, Code code, String message) {
        Expect.problem(
                code, Texts.shaped("[5]", "- dense: 5\n" + layer + "\n- dense: {name: late, units: 5}"), message);
    }

    @Test
    void doesNotBlameALayerThatASumWithoutInputsMayBeMeantToTake() {
        Expect.problem(
                Code.MISSING,
                Texts.shaped("[5]", "- dense: 5\n- dense: 5\n- dense: {units: 5, inputs: dense_1}\n- ‹add›"));
    }

    @Test
    void asksForNothingMoreWhereTheTextIsCutOff() {
        String text = Texts.shaped("[5]", "- dense: 5\n- add");
        List<Problem> problems =
                Texts.read(text.substring(0, text.indexOf("- add") + 5) + ": {").problems();
        assertEquals(
                List.of("YAML_SYNTAX"), problems.stream().map(Problem::code).toList());
    }

    @Test
    void namesBothInputsOfASumThatHaveOtherShapes() {
        String text = Texts.shaped("[5]", """
                - dense: {name: wide, units: 7}
                - dense: {name: narrow, units: 5}
                - ‹add›: {inputs: [input, narrow, wide]}
                - conv2d: {filters: 3, kernel: 3}""");
        Expect.problem(
                Code.SHAPE_MISMATCH,
                text,
                "add needs inputs of the same shape, but \"input\" has shape [5] and \"wide\" has [7]: bring one");
    }

    @Test
    void showsTheCircleThroughTheInputThatClosesIt() {
        String text = Texts.shaped("[5]", """
                - add: {name: a, inputs: [input, ‹c›]}
                - dropout: {name: b, inputs: [a]}
                - add: {name: c, inputs: [b, input]}
                - add: {name: d, inputs: [c, ‹e›]}
                - dense: {name: e, units: 5, inputs: [input]}""");
        List<Problem> problems = Expect.problems(text);
        assertEquals(
                "the layers take their inputs from each other in a circle: a <- c <- b <- a",
                problems.getFirst().message());
        assertEquals(Code.LAYER_ORDER.name(), problems.getLast().code());
    }

    @Test
    void warnsOnlyOfLayersThatNoInputNames() {
        Expect.problem(
                Code.UNUSED_LAYER,
                Texts.shaped("[5]", "- dense: 5\n- dense: 5\n- ‹dense›: 5\n- add: {inputs: [dense_1, dense_2]}"),
                "no layer takes the output of \"dense_3\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nll | - global_avg_pool | linear",
                "nll | - max_pool2d\\n- flatten | relu",
                "nll | - flatten\\n- dense: {units: 10, activation: log_softmax}\\n- batch_norm | linear",
                "nll | - flatten\\n- dense: {units: 10, activation: log_softmax}\\n- add: {inputs: [dense_1, dense_1]} | linear",
            })
    void theLossSeesTheLastFunctionBehindImages(String loss, String layers, String function) {
        String conv = "- conv2d: {filters: 10, kernel: 27, activation: relu}\n";
        Expect.problem(
                Code.LOSS_MISMATCH,
                Texts.layers(conv + layers.replace("\\n", "\n"))
                        .replace("digits", "{csv: none.csv}")
                        .replace("network:", "network:\n  input: [28, 28]")
                        .replace("cross_entropy", "‹" + loss + "›"),
                "but the network ends with " + function);
    }

    @Test
    void aClassificationNeedsAFlatOutputBehindAConvolution() {
        Expect.problem(
                Code.OUTPUT_MISMATCH,
                Texts.layers("- ‹conv2d›: {filters: 10, kernel: 28}"),
                "must be flat, with one unit for each class, but has shape [10, 1, 1]");
    }

    @Test
    @Timeout(value = 10, unit = SECONDS)
    void thousandsOfMisplacedInputsAreReadInSeconds() {
        int layers = 1_000;
        String inputs = IntStream.range(0, 150)
                .mapToObj(i -> "add_" + (layers - i))
                .collect(Collectors.joining(", ", "- add: {inputs: [", "]}\n"));
        List<Problem> problems =
                Texts.read(Texts.shaped("[5]", inputs.repeat(layers))).problems();
        assertEquals(1_001, problems.size());
    }
}
