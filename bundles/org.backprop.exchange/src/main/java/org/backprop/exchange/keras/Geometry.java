package org.backprop.exchange.keras;

import java.util.ArrayList;
import java.util.List;

import org.backprop.exchange.Axes;
import org.backprop.exchange.ExchangeException;
import org.backprop.model.Image;
import org.backprop.runlog.tensor.Tensor;

/**
 * How a window of Keras slides, in our terms. Keras' {@code same} pads by the stride as well, an odd number one more at the
 * end; ours pads both sides alike. A filter with a row of zeros in front and that much more padding before does the same.
 *
 * @param kernel rows and columns of the filters in Keras
 * @param stride steps
 * @param dilation distance of neighbouring weights
 * @param padding what our layer pads: a word, or rows and columns
 * @param zeros rows and columns of zeros in front of each filter
 */
record Geometry(
        List<Integer> kernel, List<Integer> stride, List<Integer> dilation, Object padding, List<Integer> zeros) {

    private static final List<Integer> NONE = List.of(0, 0);

    /** Of a convolution of an image. */
    static Geometry of(Step step) throws ExchangeException {
        List<Integer> kernel = step.config().wholes("kernel_size", 2);
        List<Integer> stride = step.config().wholes("strides", 2, 1);
        List<Integer> dilation = step.config().wholes("dilation_rate", 2, 1);
        Image image = Image.of(step.shape());
        return of(step, List.of(image.height(), image.width()), kernel, stride, dilation);
    }

    /** Of a convolution of a sequence, as an image of one row. */
    static Geometry ofSequence(Step step) throws ExchangeException {
        return of(
                step,
                List.of(1, step.shape().dims().getLast()),
                behindOne(step.config().wholes("kernel_size", 1)),
                behindOne(step.config().wholes("strides", 1, 1)),
                behindOne(step.config().wholes("dilation_rate", 1, 1)));
    }

    private static List<Integer> behindOne(List<Integer> size) {
        return List.of(1, size.getFirst());
    }

    private static Geometry of(
            Step step, List<Integer> image, List<Integer> kernel, List<Integer> stride, List<Integer> dilation)
            throws ExchangeException {
        String padding = step.config().text("padding", "valid");
        step.layer()
                .require("padding", padding.equals("valid") || padding.equals("same"), "there is valid and same here");
        if (padding.equals("valid") || stride.equals(List.of(1, 1))) {
            return new Geometry(kernel, stride, dilation, padding, NONE);
        }
        List<Integer> totals = new ArrayList<>();
        for (int axis = 0; axis < 2; axis++) {
            totals.add(total(image.get(axis), span(kernel.get(axis), dilation.get(axis)), stride.get(axis)));
        }
        return padded(step, kernel, stride, dilation, totals);
    }

    /** Of a transposed convolution, which cuts off what the convolution would have padded. */
    static Geometry ofTransposed(Step step) throws ExchangeException {
        List<Integer> kernel = step.config().wholes("kernel_size", 2);
        List<Integer> stride = step.config().wholes("strides", 2, 1);
        List<Integer> dilation = step.config().wholes("dilation_rate", 2, 1);
        String padding = step.config().text("padding", "valid");
        step.layer()
                .require(
                        "output_padding",
                        !step.config().has("output_padding"),
                        "the size follows from the others here");
        List<Integer> totals = new ArrayList<>();
        for (int axis = 0; axis < 2; axis++) {
            int total = span(kernel.get(axis), dilation.get(axis)) - stride.get(axis);
            step.layer().require("strides", total >= 0, "they are greater than the filter, which leaves gaps");
            totals.add(padding.equals("same") ? total : 0);
        }
        return padded(step, kernel, stride, dilation, totals);
    }

    private static Geometry padded(
            Step step, List<Integer> kernel, List<Integer> stride, List<Integer> dilation, List<Integer> totals)
            throws ExchangeException {
        List<Integer> zeros = totals.stream().map(total -> total % 2).toList();
        if (!zeros.equals(NONE)) {
            step.layer()
                    .require(
                            "dilation_rate",
                            dilation.equals(List.of(1, 1)),
                            "padding with it is the same on both sides here");
            step.builder()
                    .report()
                    .changed(step.layer().title()
                            + " is padded by one more at the end than in front; here its filters begin with zeros instead: "
                            + "predictions are the same, but training changes the zeros, too.");
        }
        return new Geometry(
                kernel,
                stride,
                dilation,
                totals.stream().map(total -> (total + 1) / 2).toList(),
                zeros);
    }

    /** What Keras pads in all, so that there are {@code size / stride} places, rounded up. */
    static int total(int size, int span, int stride) {
        int places = Math.ceilDiv(size, stride);
        return Math.max(0, (places - 1) * stride + span - size);
    }

    private static int span(int kernel, int dilation) {
        return dilation * (kernel - 1) + 1;
    }

    /** Rows and columns of our filters. */
    List<Integer> ourKernel() {
        return List.of(kernel.get(0) + zeros.get(0), kernel.get(1) + zeros.get(1));
    }

    /** Filters [a, b, rows, columns] with the zeros in front. */
    Tensor extended(Tensor filters) {
        return Axes.withZerosInFront(filters, zeros.get(0), zeros.get(1));
    }
}
