package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

class NetworkSummaryTest {

    private final NetworkSummary summary = Texts.read(Texts.DIGITS).network().orElseThrow();

    @Test
    void countsParametersAndOperations() {
        assertEquals(784 * 128 + 128 + 128 * 64 + 64 + 64 * 10, summary.parameters());
        assertEquals(2 * (784 * 128 + 128 * 64 + 64 * 10), summary.flops());
    }

    @Test
    void followsTheShapes() {
        assertEquals(
                List.of("[784]", "[128]", "[128]", "[64]", "[64]", "[10]", "[10]"),
                summary.layers().stream().map(layer -> layer.out().toString()).toList());
        assertEquals(Shape.of(1, 28, 28), summary.layers().getFirst().in());
        assertEquals(Shape.of(10), summary.output());
    }

    @Test
    void printsAnAlignedTable() {
        assertEquals("""
                Layer         Type        Output       Parameters    FLOPs
                input                     [1, 28, 28]
                flatten_1     flatten     [784]                 0        0
                hidden        dense       [128]           100,480  200,704
                dropout_1     dropout     [128]                 0        0
                dense_2       dense       [64]              8,256   16,384
                activation_1  activation  [64]                  0        0
                last          dense       [10]                640    1,280
                activation_2  activation  [10]                  0        0
                Total                                     109,376  218,368
                """, summary.table());
    }

    @Test
    void softmaxNeedsAFlatInput() {
        ActivationLayer softmax = new ActivationLayer(Activation.SOFTMAX);
        assertThrows(ShapeException.class, () -> softmax.output(Shape.of(1, 28, 28)));
    }

    @Test
    void sizesThatDoNotFitAreTheLargestLong() {
        assertEquals(Long.MAX_VALUE, Shape.of(1 << 30, 1 << 30, 1 << 30).size());
        assertEquals(784, Shape.of(1, 28, 28).size());
    }
}
