package org.backprop.exchange.keras;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.backprop.exchange.ExchangeException;
import org.backprop.model.Image;
import org.backprop.model.Padding;
import org.backprop.model.Size2d;
import org.backprop.model.Window;

import com.google.gson.JsonElement;

/** Layers of Keras that make images and sequences smaller or larger without weights. */
final class Pools {

    private Pools() {}

    static Flow pool(Step step) throws ExchangeException {
        List<Integer> size = step.config().wholes("pool_size", 2, 2);
        List<Integer> stride = step.config().has("strides") ? step.config().wholes("strides", 2) : size;
        return step.add(type(step), parameters(step, size, stride), Map.of());
    }

    /** A pool of an image of one channel, whose rows or columns are the steps. */
    static Flow pool1d(Step step) throws ExchangeException {
        if (step.shape().rank() != 2) {
            throw step.layer().refused("its input of shape " + step.x().theirs() + " is no sequence");
        }
        List<Integer> size = steps(step, step.config().wholes("pool_size", 1, 2).getFirst());
        List<Integer> stride = step.config().has("strides")
                ? steps(step, step.config().wholes("strides", 1).getFirst())
                : size;
        Flow pooled = step.then(step.x(), "_image", type(step), parameters(step, size, stride), Map.of());
        List<Integer> dims = pooled.shape().dims();
        return step.then(pooled, "", "reshape", Map.of("shape", dims.subList(1, dims.size())), Map.of());
    }

    static Flow global(Step step, String type) throws ExchangeException {
        if (step.shape().rank() != 3) {
            throw step.layer().refused("its input of shape " + step.x().theirs() + " is no image");
        }
        step.layer().require("keepdims", !step.config().flag("keepdims", false), "the output is a vector here");
        return Step.as(step.add(type, Map.of(), Map.of()), null);
    }

    static Flow global1d(Step step, String type) throws ExchangeException {
        if (step.shape().rank() != 2) {
            throw step.layer().refused("its input of shape " + step.x().theirs() + " is no sequence");
        }
        step.layer().require("keepdims", !step.config().flag("keepdims", false), "the output is a vector here");
        int length = step.x().theirs().getFirst();
        String ours = type.equals("global_max_pool") ? "max_pool2d" : "avg_pool2d";
        Flow pooled = step.then(step.x(), "_steps", ours, Map.of("size", steps(step, length)), Map.of());
        return Step.as(step.then(pooled, "", "flatten", Map.of(), Map.of()), null);
    }

    /** A size along the steps. */
    private static List<Integer> steps(Step step, int size) {
        return step.x().channelsFirst() ? List.of(1, size) : List.of(size, 1);
    }

    static Flow pad(Step step) throws ExchangeException {
        List<JsonElement> padding =
                step.config().isList("padding") ? step.config().list("padding") : List.of();
        if (padding.size() == 2 && padding.getFirst().isJsonArray()) {
            List<Integer> size = padding.stream()
                    .map(JsonElement::getAsJsonArray)
                    .filter(sides -> sides.size() == 2 && sides.get(0).equals(sides.get(1)))
                    .map(sides -> sides.get(0).getAsInt())
                    .toList();
            step.layer().require("padding", size.size() == 2, "pad adds as much on both sides here");
            return step.add("pad", Map.of("size", size), Map.of());
        }
        return step.add("pad", Map.of("size", step.config().wholes("padding", 2, 1)), Map.of());
    }

    static Flow upsample(Step step) throws ExchangeException {
        String way = step.config().text("interpolation", "nearest");
        step.layer().require("interpolation", way.equals("nearest"), "pixels are repeated here");
        return step.add("upsample", Map.of("factor", step.config().wholes("size", 2, 2)), Map.of());
    }

    private static String type(Step step) {
        return step.layer().type().startsWith("Max") ? "max_pool2d" : "avg_pool2d";
    }

    private static Map<String, Object> parameters(Step step, List<Integer> size, List<Integer> stride)
            throws ExchangeException {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("size", size);
        if (!stride.equals(size)) {
            parameters.put("stride", stride);
        }
        parameters.put("padding", padding(step, size, stride));
        return parameters;
    }

    /** Our padding whose windows see the same; a mean does not count the padding in Keras, but does here. */
    private static Object padding(Step step, List<Integer> size, List<Integer> stride) throws ExchangeException {
        String padding = step.config().text("padding", "valid");
        if (padding.equals("valid")) {
            return padding;
        }
        step.layer().require("padding", padding.equals("same"), "there is valid and same here");
        Image image = Image.of(step.shape());
        int rows = Geometry.total(image.height(), size.get(0), stride.get(0));
        int columns = Geometry.total(image.width(), size.get(1), stride.get(1));
        step.layer()
                .require(
                        "padding",
                        type(step).equals("max_pool2d") || rows == 0 && columns == 0,
                        "zeros count in the mean here");
        return Stream.of(Padding.VALID, Padding.SAME, new Padding(false, new Size2d(rows / 2, columns / 2)))
                .filter(ours -> {
                    Window window = Window.of(
                            image.height(),
                            image.width(),
                            new Size2d(size.get(0), size.get(1)),
                            new Size2d(stride.get(0), stride.get(1)),
                            Size2d.of(1),
                            ours);
                    return window.top() == rows / 2
                            && window.left() == columns / 2
                            && window.outHeight() == Math.ceilDiv(image.height(), stride.get(0))
                            && window.outWidth() == Math.ceilDiv(image.width(), stride.get(1));
                })
                .findFirst()
                .<Object>map(ours -> Padding.NAMED.contains(ours)
                        ? ours.toString()
                        : List.of(ours.size().height(), ours.size().width()))
                .orElseThrow(() -> step.layer()
                        .refused("padding same of a pool whose size is no multiple of its strides, on an image of "
                                + step.x().theirs() + ", is not the same on both sides here; pad the image before"));
    }
}
