package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageLayerProblemsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- ‹conv2d›: 8 | MISSING | conv2d needs the key kernel",
                "- conv2d: {filters: 8, kernel: ‹0›} | OUT_OF_RANGE | kernel must be at least 1 and at most 10000, is 0",
                "- conv2d: {filters: 8, kernel: [3, ‹0›]} | OUT_OF_RANGE | kernel must be at least 1",
                "- conv2d: {filters: 8, kernel: ‹[3]›} | WRONG_TYPE | kernel must be a whole number or a list of two, such as [5, 3], is a list of 1",
                "- conv2d: {filters: 8, kernel: ‹[3, 3, 3]›} | WRONG_TYPE | is a list of 3",
                "- conv2d: {filters: 8, kernel: ‹{rows: 3}›} | WRONG_TYPE | is a mapping",
                "- conv2d: {filters: 8, kernel: ‹big›} | WRONG_TYPE | is \"big\"",
                "- conv2d: {filters: 8, kernel: ‹\"3\"›} | WRONG_TYPE | remove the quotes",
                "- conv2d: {filters: 8, kernel: [‹[3]›, 3]} | WRONG_TYPE | is a list that contains a list",
                "- conv2d: {filters: 8, kernel: 3, ‹stride›: } | MISSING | stride has no value",
                "- conv2d: {filters: 8, kernel: 3, stride: ‹10001›} | OUT_OF_RANGE | stride must be at least 1 and at most 10000",
                "- conv2d: {filters: 8, kernel: 3, padding: ‹-1›} | OUT_OF_RANGE | padding must be at least 0",
                "- conv2d: {filters: 8, kernel: 3, padding: ‹sane›} | WRONG_TYPE | padding must be valid, same, a whole number or a list of two, is \"sane\": did you mean same?",
                "- conv2d: {filters: 6, kernel: 3, groups: ‹4›} | INCONSISTENT | groups must divide the 6 filters, is 4",
                "- conv2d: {filters: 6, kernel: 3, activation: ‹softmax›} | INCONSISTENT | must work on each element alone, is softmax: use linear, and an activation layer",
                "- add: {activation: ‹log_softmax›, inputs: [input, input]} | INCONSISTENT | is log_softmax",
                "- max_pool2d: {size: 3, padding: ‹2›} | INCONSISTENT | padding must be at most half of size, which is [1, 1], is [2, 2]",
                "- avg_pool2d: {size: [4, 3], padding: ‹[2, 2]›} | INCONSISTENT | which is [2, 1], is [2, 2]",
                "- max_pool2d: ‹[2, 2, 2]› | WRONG_TYPE | size must be a whole number or a list of two",
                "- ‹max_pool2d›: 29 | SHAPE_MISMATCH | max_pool2d has a window of [29, 29], which is larger than its input of [28, 28] with the padding: make it smaller, or pad more",
                "- ‹conv2d›: {filters: 6, kernel: 15, dilation: [1, 3], padding: 7} | SHAPE_MISMATCH | a window of [15, 43]",
                "- ‹conv2d›: {filters: 6, kernel: 3, groups: 2} | SHAPE_MISMATCH | conv2d divides the channels of its input into 2 groups, but its input has shape [1, 28, 28]: choose groups",
                "- ‹lstm›: 8 | SHAPE_MISMATCH | lstm needs a sequence [steps, features], but its input has shape [1, 28, 28]",
                "- ‹lstm› | MISSING | lstm needs the key units",
                "- batch_norm: {epsilon: ‹0›} | OUT_OF_RANGE | epsilon must be greater than 0",
                "- batch_norm: ‹3› | WRONG_TYPE | batch_norm must be a mapping of its parameters",
                "- global_avg_pool: ‹3› | WRONG_TYPE | global_avg_pool has no parameters",
            })
    void pointsToTheCause(String layer, Code code, String message) {
        Expect.problem(code, Texts.shaped("[1, 28, 28]", layer), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[784] | ‹conv2d›: {filters: 8, kernel: 3} | conv2d needs an image [channels, height, width], but its input has shape [784]: put it before the flatten layer",
                "[2, 3, 4, 5] | ‹avg_pool2d›: 2 | avg_pool2d needs an image [channels, height, width], but its input has shape [2, 3, 4, 5]: give the network an input of three dimensions",
                "[784] | ‹global_avg_pool› | global_avg_pool needs an image",
                "[28, 28] | ‹batch_norm› | batch_norm needs a flat input or an image [channels, height, width], but its input has shape [28, 28]: give the image a channel",
                "[784] | ‹lstm›: 3 | lstm needs a sequence [steps, features], but its input has shape [784]: give the network an input of two dimensions",
            })
    void saysWhichShapeALayerNeeds(String input, String layer, String message) {
        Expect.problem(Code.SHAPE_MISMATCH, Texts.shaped(input, "- " + layer), message);
    }

    @Test
    void doesNotBlameTheLayersBehindAMismatch() {
        Expect.problems(Texts.shaped("[784]", "- ‹conv2d›: {filters: 8, kernel: 3}\n- max_pool2d\n- dense: 3"));
        Expect.problems(Texts.shaped("[28, 28]", "- ‹batch_norm›\n- conv2d: {filters: 8, kernel: 3}"));
    }

    @Test
    void goesOnCheckingBehindADenseLayerOnAnImage() {
        Expect.problems(Texts.shaped("[1, 8, 8]", "- ‹dense›: 3\n- ‹conv2d›: {filters: 8, kernel: 3}"));
    }

    @Test
    void refusesAnOutputThatIsTooLarge() {
        Expect.problem(
                Code.TOO_LARGE,
                Texts.shaped("[1, 3000, 3000]", "- ‹conv2d›: {filters: 1000, kernel: 1}\n- flatten\n- dense: 1"),
                "the output [1000, 3000, 3000] of conv2d has more than 2147483647 elements");
    }

    @Test
    void refusesWeightsThatAreTooLarge() {
        String layers = "- conv2d: {filters: 1000000, kernel: 10000, padding: same, dilation: 10000}\n"
                .repeat(2)
                .concat("- global_avg_pool");
        Expect.problem(
                Code.TOO_LARGE,
                Texts.shaped("[1, 1, 1]", layers).replace("layers:", "‹layers›:"),
                "at most 2147483647 are possible");
        assertEquals(
                Long.MAX_VALUE,
                Texts.read(Texts.shaped("[1, 1, 1]", layers))
                        .network()
                        .orElseThrow()
                        .flops());
    }
}
