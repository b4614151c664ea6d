package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeParametersTest {

    private static LayerSpec only(String layer) {
        return Texts.model(Texts.shaped("[4, 28, 28]", "- " + layer))
                .network()
                .layers()
                .getFirst()
                .spec();
    }

    @Test
    void everyKeyIsBound() {
        String all = "{filters: 8, kernel: [5, 3], stride: [2, 1], padding: [1, 0], dilation: 2, groups: 4,"
                + " activation: tanh, bias: false}";
        assertEquals(
                new Conv2dLayer(
                        8,
                        new Size2d(5, 3),
                        new Size2d(2, 1),
                        new Padding(false, new Size2d(1, 0)),
                        Size2d.of(2),
                        4,
                        Activation.TANH,
                        false),
                only("conv2d: " + all));
        assertEquals(
                new BatchNormLayer(0.5, 0.25, false),
                only("batch_norm: {momentum: 0.5, epsilon: 0.25, affine: false}"));
    }

    @Test
    void defaultsAreThoseOfPyTorch() {
        Size2d one = Size2d.of(1);
        assertEquals(
                new Conv2dLayer(8, Size2d.of(3), one, Padding.VALID, one, 1, Activation.LINEAR, true),
                only("conv2d: {filters: 8, kernel: 3}"));
        assertEquals(new MaxPool2dLayer(Size2d.of(2), Optional.empty(), Padding.VALID), only("max_pool2d"));
        assertEquals(new AvgPool2dLayer(Size2d.of(3), Optional.empty(), Padding.VALID), only("avg_pool2d: 3"));
        assertEquals(new BatchNormLayer(0.1, 1e-5, true), only("batch_norm"));
        Model sequence = Texts.model(Texts.shaped("[28, 28]", "- lstm: 4"));
        assertEquals(
                new LstmLayer(4, false, true),
                sequence.network().layers().getFirst().spec());
    }

    @Test
    void aPoolMovesByItsSizeUnlessAStrideIsGiven() {
        assertEquals(
                new Size2d(2, 3),
                ((Pool2dLayer) only("max_pool2d: [2, 3]"))
                        .window(Shape.of(4, 28, 28))
                        .stride());
        assertEquals(
                Size2d.of(1),
                ((Pool2dLayer) only("avg_pool2d: {size: 3, stride: 1}"))
                        .window(Shape.of(4, 28, 28))
                        .stride());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "valid | 0 0 0 0",
                "same | 1 2 2 2",
                "0 | 0 0 0 0",
                "3 | 3 3 3 3",
                "[1, 2] | 1 1 2 2",
            })
    void paddingStandsOnEachSide(String padding, String topBottomLeftRight) {
        Window window = ((Conv2dLayer)
                        only("conv2d: {filters: 4, kernel: [4, 3], dilation: [1, 2], padding: " + padding + "}"))
                .window(Shape.of(4, 28, 28));
        assertEquals(
                topBottomLeftRight, window.top() + " " + window.bottom() + " " + window.left() + " " + window.right());
    }

    @Test
    void isWrittenAsShortAsItCanBeRead() {
        String layers = """
                - conv2d: {filters: 4, kernel: [3, 3], padding: same, stride: [2, 1]}
                - avg_pool2d: {size: 2, padding: [1, 0]}
                - max_pool2d: {size: 2, stride: 1, padding: 0}
                """;
        Model model = Texts.model(Texts.shaped("[4, 28, 28]", layers));
        String written = ModelWriter.resolved(model).get("network").toString();
        for (String part : List.of(
                "kernel=3,", "padding=same", "stride=[2, 1]", "size=2, padding=[1, 0]", "stride=1, padding=valid")) {
            assertEquals(true, written.contains(part), () -> part + " in " + written);
        }
    }
}
