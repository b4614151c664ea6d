package org.backprop.exchange.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.exchange.Axes;
import org.backprop.exchange.ExchangeException;
import org.backprop.model.Shape;
import org.backprop.runlog.tensor.Tensor;

/** Operations of ONNX that slide a window over an image, or make it larger. */
final class WindowOperations {

    private WindowOperations() {}

    static Flow conv(Operation op) throws ExchangeException {
        Tensor weight = op.weight(1);
        int spatial = weight.shape().size() - 2;
        op.require(
                spatial == 1 || spatial == 2,
                "filters of shape " + weight.shape() + " are not for images or sequences");
        op.require(op.shape().rank() == spatial + 1, "its input of shape " + op.shape() + " does not fit its filters");
        Sides sides = Sides.of(op, weight.shape().subList(2, weight.shape().size()), true);
        Map<String, Object> parameters = parameters(op, sides, spatial);
        parameters.put("filters", weight.shape().getFirst());
        Tensor filters = weight;
        if (sides.hasZeros()) {
            long[] image = spatial == 2
                    ? longs(weight.shape())
                    : new long[] {
                        weight.shape().get(0),
                        weight.shape().get(1),
                        1,
                        weight.shape().get(2)
                    };
            Tensor extended = Axes.withZerosInFront(
                    Axes.reshaped(weight, image),
                    spatial == 2 ? sides.zeros().getFirst() : 0,
                    sides.zeros().getLast());
            filters = spatial == 2
                    ? extended
                    : Axes.reshaped(
                            extended,
                            image[0],
                            image[1],
                            image[3] + sides.zeros().getLast());
        }
        Map<String, Tensor> tensors = op.weightAndBias(filters, 2);
        parameters.put("bias", tensors.containsKey("bias"));
        return op.layer(op.x(), spatial == 1 ? "conv1d" : "conv2d", parameters, tensors);
    }

    static Flow transposed(Operation op) throws ExchangeException {
        Tensor weight = op.weight(1);
        op.require(weight.shape().size() == 4 && op.shape().rank() == 3, "it is not for images");
        op.require(
                op.wholes("output_padding", List.of()).stream().allMatch(size -> size == 0)
                        && op.wholes("output_shape", List.of()).isEmpty()
                        && op.text("auto_pad", "NOTSET").equals("NOTSET"),
                "the size of the output follows from stride, kernel and padding here");
        Sides sides = Sides.of(op, weight.shape().subList(2, 4), true);
        Map<String, Object> parameters = parameters(op, sides, 2);
        long groups = op.whole("group", 1);
        parameters.put("filters", weight.shape().get(1) * groups);
        Tensor filters = sides.hasZeros()
                ? Axes.withZerosInFront(
                        weight, sides.zeros().getFirst(), sides.zeros().getLast())
                : weight;
        Map<String, Tensor> tensors = op.weightAndBias(filters, 2);
        parameters.put("bias", tensors.containsKey("bias"));
        return op.layer(op.x(), "conv2d_transpose", parameters, tensors);
    }

    private static Map<String, Object> parameters(Operation op, Sides sides, int spatial) {
        List<Long> ones = spatial == 1 ? List.of(1L) : List.of(1L, 1L);
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("kernel", size(sides.kernel()));
        parameters.put("stride", size(op.wholes("strides", ones)));
        parameters.put("dilation", size(op.wholes("dilations", ones)));
        parameters.put("padding", sides.padding());
        parameters.put("groups", op.whole("group", 1));
        return parameters;
    }

    /** A pool of an image; one of a sequence is that of an image of one channel. */
    static Flow pool(Operation op, String type) throws ExchangeException {
        int spatial = op.shape().rank() - 1;
        op.require(spatial == 1 || spatial == 2, "its input of shape " + op.shape() + " is no image or sequence");
        List<Long> kernel = op.wholes("kernel_shape", List.of());
        op.require(kernel.size() == spatial, "its kernel_shape " + kernel + " does not fit its input");
        op.require(
                op.whole("ceil_mode", 0) == 0
                        && op.wholes("dilations", List.of()).stream().allMatch(size -> size == 1),
                "windows are whole and without gaps here");
        Sides sides = Sides.of(op, kernel, false);
        op.require(
                type.equals("max_pool2d") || !sides.pads() || op.whole("count_include_pad", 0) == 1,
                "zeros count in the mean here");
        List<Long> ones = spatial == 1 ? List.of(1L) : List.of(1L, 1L);
        List<Long> stride = op.wholes("strides", ones);
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("size", spatial == 2 ? kernel : List.of(1L, kernel.getFirst()));
        if (!stride.equals(kernel)) {
            parameters.put("stride", spatial == 2 ? stride : List.of(1L, stride.getFirst()));
        }
        Object padding = sides.padding();
        parameters.put("padding", spatial == 2 || padding instanceof String ? padding : List.of(0L, padding));
        Flow pooled = op.layer(op.x(), type, parameters);
        List<Integer> dims = pooled.shape().dims();
        return spatial == 2 ? pooled : pooled.seenAs(new Shape(dims.subList(1, dims.size())));
    }

    /** Ours gives a vector, ONNX an image of one pixel. */
    static Flow global(Operation op, String type) throws ExchangeException {
        Flow x = op.raw(0);
        int channels = x.view().dims().getFirst();
        if (x.view().rank() == 2) {
            x = x.seenAs(Shape.of(channels, 1, x.view().dims().getLast()));
        }
        Flow pooled = op.layer(x.materialized(op.builder(), op.name() + "_image"), type, Map.of());
        List<Integer> pixel = new ArrayList<>(List.of(channels));
        op.shape().dims().stream().skip(1).forEach(size -> pixel.add(1));
        return pooled.seenAs(new Shape(pixel));
    }

    static Flow pad(Operation op) throws ExchangeException {
        List<Long> pads = op.wholes(1, "pads").orElseThrow(() -> op.refused("its pads are not in the file"));
        double value = op.constant(2).map(number -> number.get(0)).orElse(op.number("value", 0));
        op.require(
                op.text("mode", "constant").equals("constant")
                        && value == 0
                        && op.shape().rank() == 3
                        && pads.size() == 8,
                "pad puts zeros around images here");
        op.require(
                pads.get(0) == 0
                        && pads.get(1) == 0
                        && pads.get(4) == 0
                        && pads.get(5) == 0
                        && pads.get(2).equals(pads.get(6))
                        && pads.get(3).equals(pads.get(7)),
                "pad adds as much on both sides here");
        return op.layer(op.x(), "pad", Map.of("size", pads.subList(2, 4)));
    }

    static Flow resize(Operation op) throws ExchangeException {
        String mode = op.text("mode", "nearest");
        String places = op.text("coordinate_transformation_mode", "half_pixel");
        String rounding = op.text("nearest_mode", "round_prefer_floor");
        boolean older = op.node().operator().equals("Upsample");
        boolean repeats = older
                || places.equals("asymmetric") && rounding.equals("floor")
                || places.equals("half_pixel") && rounding.startsWith("round_prefer");
        op.require(mode.equals("nearest") && repeats && op.shape().rank() == 3, "pixels of images are repeated here");
        Optional<Tensor> scales = op.constant(older ? 1 : 2).filter(found -> found.elements() == 4);
        op.require(scales.isPresent(), "its scales are not in the file");
        List<Long> factor = new ArrayList<>();
        for (int axis = 0; axis < 4; axis++) {
            double scale = scales.get().get(axis);
            op.require(
                    scale == Math.rint(scale) && (axis > 1 || scale == 1),
                    "rows and columns are repeated a whole number of times here");
            factor.add((long) scale);
        }
        return op.layer(op.x(), "upsample", Map.of("factor", factor.subList(2, 4)));
    }

    /** One number, or two. */
    private static Object size(List<Long> sizes) {
        return sizes.size() == 1 ? sizes.getFirst() : sizes;
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }
}
