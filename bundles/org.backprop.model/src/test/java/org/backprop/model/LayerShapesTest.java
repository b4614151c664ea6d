package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerShapesTest {

    private static LayerSummary only(String input, String layer) {
        return Texts.summary(input, "- " + layer).layers().getFirst();
    }

    /** Shapes and counts of torch 2.13; with same padding and a stride those of its Conv2d on the padded image. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conv2d: {filters: 8, kernel: 3} | [1, 28, 28] | [8, 26, 26] | 80",
                "conv2d: {filters: 8, kernel: 3} | [28, 28] | [8, 26, 26] | 80",
                "conv2d: {filters: 8, kernel: [3, 5], padding: same, dilation: [3, 1]} | [5, 18, 5] | [8, 18, 5] | 608",
                "conv2d: {filters: 7, kernel: [5, 2], stride: [3, 2], dilation: [1, 2], bias: false} | [5, 5, 10] | [7, 1, 4] | 350",
                "conv2d: {filters: 1, kernel: [1, 4], stride: 3, padding: [4, 2], dilation: [2, 3], bias: false} | [4, 5, 7] | [1, 5, 1] | 16",
                "conv2d: {filters: 6, kernel: [4, 1], padding: same, groups: 3} | [6, 2, 3] | [6, 2, 3] | 54",
                "conv2d: {filters: 4, kernel: 2, stride: 2, padding: same} | [3, 7, 8] | [4, 4, 4] | 52",
                "conv2d: {filters: 8, kernel: 5, groups: 8, padding: 2} | [4, 3, 9] | error | 0",
                "max_pool2d | [3, 7, 8] | [3, 3, 4] | 0",
                "max_pool2d: 3 | [28, 28] | [1, 9, 9] | 0",
                "max_pool2d: [2, 3] | [3, 7, 8] | [3, 3, 2] | 0",
                "max_pool2d: {size: [4, 4], stride: [2, 3], padding: [2, 2]} | [3, 12, 5] | [3, 7, 2] | 0",
                "max_pool2d: {padding: same, stride: 1} | [3, 12, 5] | [3, 12, 5] | 0",
                "avg_pool2d: {size: [4, 4], stride: [3, 1], padding: [0, 2]} | [4, 18, 18] | [4, 5, 19] | 0",
                "global_avg_pool | [4, 18, 18] | [4] | 0",
                "global_avg_pool | [18, 18] | [1] | 0",
                "batch_norm | [4, 18, 18] | [4, 18, 18] | 8",
                "batch_norm: {affine: false} | [4, 18, 18] | [4, 18, 18] | 0",
                "batch_norm | [20] | [20] | 40",
                "lstm: 6 | [10, 28] | [6] | 864",
                "lstm: {units: 8, bias: false, return_sequences: true} | [10, 5] | [10, 8] | 416",
                "bidirectional: {layer: {lstm: 6}} | [10, 28] | [12] | 1728",
                "bidirectional: {layer: {gru: {units: 4, return_sequences: true}}} | [10, 5] | [10, 8] | 264",
                "bidirectional: {layer: {simple_rnn: {units: 4, return_sequences: true}}, merge: add} | [10, 5] | [10, 4] | 88",
                "bidirectional: {layer: {lstm: 6}} | [10] | error | 0",
                "embedding: {num_embeddings: 100, embedding_dim: 8} | [10] | [10, 8] | 800",
                "gaussian_noise: 0.2 | [3, 4] | [3, 4] | 0",
                "gaussian_dropout: 0.2 | [3, 4] | [3, 4] | 0",
                "reshape: [2, 6] | [3, 4] | [2, 6] | 0",
                "reshape: {shape: [12]} | [3, 4] | [12] | 0",
                "reshape: [2, 7] | [3, 4] | error | 0",
            })
    void agreeWithPyTorch(String layer, String input, String output, long parameters) {
        if (output.equals("error")) {
            Expect.problem(Code.SHAPE_MISMATCH, Texts.shaped(input, "- " + layer.replaceFirst("\\w+", "‹$0›")));
            return;
        }
        LayerSummary summary = only(input, layer);
        assertEquals(output, summary.out().toString());
        assertEquals(parameters, summary.parameters());
    }

    @Test
    void aConvolutionCountsAMultiplicationAndAnAdditionForEachWeightAndPlace() {
        assertEquals(
                2L * 8 * 26 * 24 * 3 * 5,
                only("[1, 28, 28]", "conv2d: {filters: 8, kernel: [3, 5]}").flops());
        assertEquals(
                2L * 8 * 28 * 28 * (4 / 2 * 3 * 3),
                only("[4, 28, 28]", "conv2d: {filters: 8, kernel: 3, groups: 2, padding: same}")
                        .flops());
    }

    @Test
    void anLstmCountsFourGatesInEachStep() {
        assertEquals(10L * 2 * 4 * 6 * (28 + 6), only("[10, 28]", "lstm: 6").flops());
    }

    @Test
    void layersThatWorkElementByElementCountNothing() {
        String layers = "- batch_norm\n- max_pool2d\n- avg_pool2d\n- add: {inputs: [avg_pool2d_1, avg_pool2d_1]}";
        assertEquals(
                0, Texts.summary("[4, 8, 8]", layers + "\n- global_avg_pool").flops());
    }

    @Test
    void everyInputOfASumHasAShape() {
        LayerSummary sum = Texts.summary("[5]", "- dense: 5\n- add: {inputs: [input, dense_1]}")
                .layers()
                .getLast();
        assertEquals(List.of(Shape.of(5), Shape.of(5)), sum.ins());
        assertEquals(List.of("input", "dense_1"), sum.inputs());
        assertEquals(Shape.of(5), sum.in());
        assertEquals(Shape.of(5), sum.out());
    }

    @Test
    void countsThatDoNotFitAreTheLargestLong() {
        LstmLayer lstm = new LstmLayer(1_000_000, false, true);
        assertEquals(Long.MAX_VALUE, lstm.flops(Shape.of(2_000_000, 2_000)));
        assertEquals(Long.MAX_VALUE, Count.plus(Long.MAX_VALUE, 1));
        assertEquals(0, Count.times(Long.MAX_VALUE, 0, 2));
    }
}
