package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerProblemsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- ‹flaten› | UNKNOWN_TYPE | unknown layer \"flaten\": did you mean flatten?",
                "- ‹recurrent›: {} | UNKNOWN_TYPE | known are dense, activation, dropout, flatten, conv2d",
                "- ‹dense› | MISSING | dense needs the key units",
                "- ‹dense›: | MISSING | dense needs the key units",
                "- dense: {units: ‹0›} | OUT_OF_RANGE | units must be at least 1",
                "- dense: {units: 3, activation: ‹rlu›} | UNKNOWN_TYPE | unknown activation \"rlu\": did you mean relu?",
                "- dense: {units: 3, ‹unit›: 3} | UNKNOWN_KEY | unknown key \"unit\" in dense: did you mean units?",
                "- dense: ‹[3]› | WRONG_TYPE | dense must be a mapping of its parameters",
                "- dropout: ‹1› | OUT_OF_RANGE | rate must be at least 0 and less than 1, is 1",
                "- activation: ‹softmx› | UNKNOWN_TYPE | did you mean softmax?",
                "- ‹[flatten]› | WRONG_TYPE | a layer must be a name or a mapping, is a list",
                "- dropout: {scaling: ‹inverse›} | UNKNOWN_TYPE | unknown scaling \"inverse\"",
                "- multiply: {inputs: [‹flatten_1›]} | MISSING | multiply needs at least 2 inputs",
                "- lstm: {units: 3, bias_initializer: ‹orthogonal›} | INCONSISTENT | must be one for vectors",
                "- bidirectional: {layer: {‹dense›: 3}} | UNKNOWN_TYPE | unknown recurrent layer \"dense\"",
                "- bidirectional: {layer: {lstm: {units: ‹0›}}} | OUT_OF_RANGE | units must be at least 1",
                "- bidirectional: {layer: {lstm: 3}, merge: ‹sum›} | UNKNOWN_TYPE | known are concat, add, multiply, average",
                "- {dropout: 0.1, ‹dense›: 3} | INCONSISTENT | start a new list entry",
                "- {‹name›: x} | MISSING | a layer is missing: give one of dense",
                "- ‹~› | MISSING | a layer is missing",
                "- {dropout: {name: ‹a.b›}} | BAD_NAME | letters, digits, _ and -",
                "- {dropout: {name: ‹input›}} | DUPLICATE_NAME | the name of the network's input",
                "- {dropout: {‹name›: a}, name: b} | DUPLICATE_KEY | beside the type as well",
                "- {dropout: 0.5, inputs: ‹{a: 1}›} | WRONG_TYPE | inputs must be a list of layer names, is a mapping",
                "- {dropout: 0.5, ‹inputs›: []} | MISSING | inputs names no layer",
                "- {dropout: 0.5, inputs: ‹dropout_1›} | CYCLE | dropout_1 <- dropout_1",
                "- {dropout: 0.5, inputs: [‹imput›]} | UNKNOWN_NAME | there is no layer \"imput\": did you mean input?",
                "- {dropout: 0.5, inputs: [flatten_1, ‹input›]} | INCONSISTENT | dropout takes one input, 2 are given",
            })
    void pointsToTheCause(String layer, Code code, String message) {
        Expect.problem(code, Texts.layers("- flatten\n" + layer + "\n- dense: 10"), message);
    }

    @Test
    void showsTheCircleOfACycle() {
        String text = Texts.layers("""
                - flatten
                - dropout: {name: a, inputs: [‹c›]}
                - dropout: {name: b, inputs: [a]}
                - dropout: {name: c, inputs: [b]}
                - dense: {units: 10, inputs: [c]}""");
        Expect.problem(Code.CYCLE, text, "a <- c <- b <- a");
    }

    @Test
    void asksToMoveALayerThatStandsTooLate() {
        String text = Texts.layers("""
                - flatten
                - dense: {units: 10, inputs: [‹late›]}
                - dropout: {name: late, inputs: [flatten_1]}
                - dense: {units: 10, inputs: [dense_1]}""");
        Expect.problem(Code.LAYER_ORDER, text, "\"late\" stands later in the list: move it before this one");
    }

    @Test
    void refusesTheSameNameTwice() {
        String text = Texts.layers("- flatten: {name: a}\n- dense: {name: ‹a›, units: 10}");
        Expect.problem(Code.DUPLICATE_NAME, text, "already a layer \"a\" on line 5");
    }

    @Test
    void warnsOfALayerThatNobodyUses() {
        String text = Texts.layers("- flatten\n- ‹dense›: 3\n- dense: {units: 10, inputs: flatten_1}");
        Expect.problem(Code.UNUSED_LAYER, text, "no layer takes the output of \"dense_1\"");
    }

    @Test
    void asksForAFlattenLayerBeforeDense() {
        Expect.problem(
                Code.SHAPE_MISMATCH,
                Texts.layers("- ‹dense›: 10"),
                "dense needs a flat input, but its input has shape [1, 28, 28]: add a flatten layer before it");
    }

    @Test
    void goesOnCheckingAfterAShapeMismatch() {
        Expect.problems(Texts.layers("- ‹dense›: 20\n- ‹dense›: 7"));
        Expect.problems(Texts.layers("- ‹activation›: softmax\n- ‹dense›: 7"));
    }

    @Test
    void refusesAnInputThatTheDataDoesNotHave() {
        String text = Texts.SHORT.replace("network:", "network:\n  input: ‹[100]›");
        Expect.problem(Code.SHAPE_MISMATCH, text, "input has 100 elements, but a sample of the data has 784");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "‹784› | WRONG_TYPE | input must be a list of whole numbers",
                "‹[]› | OUT_OF_RANGE | 1 to 8 dimensions, has 0",
                "[‹0›] | OUT_OF_RANGE | input must be at least 1",
                "[‹a›] | WRONG_TYPE | input must be a list of whole numbers",
                "[‹[1]›] | WRONG_TYPE | is a list that contains a list",
                "‹[1000000, 1000000]› | OUT_OF_RANGE | at most 2147483647 elements",
            })
    void refusesAnInputThatIsNoShape(String input, Code code, String message) {
        Expect.problem(code, Texts.SHORT.replace("network:", "network:\n  input: " + input), message);
    }

    @Test
    void refusesAnOutputWithoutOneUnitForEachClass() {
        Expect.problem(
                Code.OUTPUT_MISMATCH,
                Texts.layers("- flatten\n- ‹dense›: 7"),
                "the data has 10 classes, but the last layer has 7 units");
        Expect.problem(Code.OUTPUT_MISMATCH, Texts.layers("- ‹dropout›: 0.1"), "has shape [1, 28, 28]");
    }

    @ParameterizedTest
    @CsvSource({"nll, softmax", "nll, relu", "cross_entropy, softmax", "cross_entropy, log_softmax", "mse, log_softmax"
    })
    void warnsOfALossThatExpectsAnotherOutput(String loss, String function) {
        String text = Texts.layers("- flatten\n- dense: 10\n- activation: " + function + "\n- dropout: 0.1")
                .replace("cross_entropy", "‹" + loss + "›");
        Expect.problem(Code.LOSS_MISMATCH, text, "but the network ends with " + function);
    }

    @ParameterizedTest
    @CsvSource({"nll, log_softmax", "cross_entropy, linear", "cross_entropy, relu", "mse, softmax", "mse, sigmoid"})
    void acceptsALossThatFitsTheOutput(String loss, String function) {
        Texts.model(Texts.layers("- flatten\n- dense: {units: 10, activation: " + function + "}")
                .replace("cross_entropy", loss));
    }

    @Test
    void limitsTheSizeOfANetwork() {
        String text = Texts.layers("- flatten\n- dense: 1000000\n- dense: 1000000\n- dense: 10")
                .replace("layers:", "‹layers›:");
        Expect.problem(Code.TOO_LARGE, text, "at most 2147483647 are possible");
        Analysis many = Texts.read(Texts.layers("- flatten\n".repeat(2001)));
        assertTrue(many.problems().getFirst().message().contains("at most 2000 layers"));
        assertEquals("TOO_LARGE", many.problems().getFirst().code());
    }

    @Test
    void reportsLayersThatAreNoList() {
        Expect.problem(
                Code.WRONG_TYPE,
                Texts.SHORT.replace("layers: [flatten, {dense: 10}]", "layers: ‹{dense: 10}›"),
                "layers must be a list");
        Expect.problem(
                Code.MISSING, Texts.SHORT.replace("layers: [flatten, {dense: 10}]", "layers: ‹[]›"), "layers is empty");
        Expect.problem(Code.MISSING, Texts.SHORT.replace("layers: [flatten, {dense: 10}]", "‹layers›:"), "no value");
    }
}
