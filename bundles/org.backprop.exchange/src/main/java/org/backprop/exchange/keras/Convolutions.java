package org.backprop.exchange.keras;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backprop.exchange.Axes;
import org.backprop.exchange.ExchangeException;
import org.backprop.model.Image;
import org.backprop.runlog.tensor.Tensor;

/** Convolutions of Keras, whose filters are [rows, columns, channels, filters]. */
final class Convolutions {

    private static final String WEIGHT = "weight";

    private Convolutions() {}

    static Flow conv2d(Step step) throws IOException {
        Geometry geometry = Geometry.of(image(step));
        int filters = step.config().whole("filters");
        int groups = step.config().whole("groups", 1);
        List<Tensor> found = step.tensors(hasBias(step) ? 2 : 1);
        Tensor kernel = step.checked(
                found.getFirst(), geometry.kernel().get(0), geometry.kernel().get(1), channels(step) / groups, filters);
        Map<String, Object> parameters = parameters(geometry);
        parameters.put("filters", filters);
        parameters.put("groups", groups);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(WEIGHT, geometry.extended(Axes.permuted(kernel, 3, 2, 0, 1)));
        return withBias(step, "conv2d", parameters, tensors, found, filters);
    }

    /** [steps, channels, filters], on a sequence that has its channels in front here. */
    static Flow conv1d(Step step) throws IOException {
        if (!step.x().channelsFirst()) {
            throw step.layer()
                    .refused("it would slide over the features of a sequence here, which stand in front for"
                            + " conv1d only, not behind an embedding or a recurrent layer");
        }
        Geometry geometry = Geometry.ofSequence(step);
        int length = geometry.kernel().get(1);
        int filters = step.config().whole("filters");
        int groups = step.config().whole("groups", 1);
        List<Tensor> found = step.tensors(hasBias(step) ? 2 : 1);
        long inputs = step.shape().dims().getFirst() / groups;
        Tensor kernel = Axes.permuted(step.checked(found.getFirst(), length, inputs, filters), 2, 1, 0);
        int ours = geometry.ourKernel().get(1);
        Tensor extended = geometry.extended(Axes.reshaped(kernel, filters, inputs, 1, length));
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("filters", filters);
        parameters.put("kernel", ours);
        parameters.put("stride", geometry.stride().get(1));
        parameters.put("dilation", geometry.dilation().get(1));
        parameters.put("padding", geometry.padding() instanceof List<?> sizes ? sizes.get(1) : geometry.padding());
        parameters.put("groups", groups);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(WEIGHT, Axes.reshaped(extended, filters, inputs, ours));
        return withBias(step, "conv1d", parameters, tensors, found, filters);
    }

    static Flow depthwise(Step step) throws IOException {
        Geometry geometry = Geometry.of(image(step));
        int multiplier = step.config().whole("depth_multiplier", 1);
        List<Tensor> found = step.tensors(hasBias(step) ? 2 : 1);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(WEIGHT, depthwiseFilters(step, geometry, found.getFirst(), multiplier));
        Map<String, Object> parameters = parameters(geometry);
        parameters.put("multiplier", multiplier);
        return withBias(step, "depthwise_conv2d", parameters, tensors, found, channels(step) * multiplier);
    }

    /** A depthwise convolution and one with a kernel of 1. */
    static Flow separable(Step step) throws IOException {
        Geometry geometry = Geometry.of(image(step));
        int multiplier = step.config().whole("depth_multiplier", 1);
        int filters = step.config().whole("filters");
        int between = channels(step) * multiplier;
        List<Tensor> found = step.tensors(hasBias(step) ? 3 : 2);
        Map<String, Object> parameters = parameters(geometry);
        parameters.put("multiplier", multiplier);
        parameters.put("bias", false);
        Tensor depthwise = depthwiseFilters(step, geometry, found.getFirst(), multiplier);
        Flow flow = step.then(step.x(), "_depthwise", "depthwise_conv2d", parameters, Map.of(WEIGHT, depthwise));
        step.builder().report().changed(step.layer().title() + " is a depthwise_conv2d and a conv2d here.");
        Tensor pointwise = Axes.permuted(step.checked(found.get(1), 1, 1, between, filters), 3, 2, 0, 1);
        Step second = new Step(step.layer(), List.of(flow), step.builder(), step.weights());
        Map<String, Tensor> tensors = new LinkedHashMap<>(Map.of(WEIGHT, pointwise));
        return withBias(
                second,
                "conv2d",
                new LinkedHashMap<>(Map.of("filters", filters, "kernel", 1)),
                tensors,
                found,
                filters);
    }

    static Flow transposed(Step step) throws IOException {
        Geometry geometry = Geometry.ofTransposed(image(step));
        int filters = step.config().whole("filters");
        List<Tensor> found = step.tensors(hasBias(step) ? 2 : 1);
        Tensor kernel = step.checked(
                found.getFirst(), geometry.kernel().get(0), geometry.kernel().get(1), filters, channels(step));
        Map<String, Object> parameters = parameters(geometry);
        parameters.put("filters", filters);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(WEIGHT, geometry.extended(Axes.permuted(kernel, 3, 2, 0, 1)));
        return withBias(step, "conv2d_transpose", parameters, tensors, found, filters);
    }

    /** [rows, columns, channels, multiplier]. */
    private static Tensor depthwiseFilters(Step step, Geometry geometry, Tensor found, int multiplier)
            throws ExchangeException {
        int rows = geometry.kernel().get(0);
        int columns = geometry.kernel().get(1);
        Tensor kernel = Axes.permuted(step.checked(found, rows, columns, channels(step), multiplier), 2, 3, 0, 1);
        return geometry.extended(Axes.reshaped(kernel, (long) channels(step) * multiplier, 1, rows, columns));
    }

    private static Map<String, Object> parameters(Geometry geometry) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("kernel", geometry.ourKernel());
        parameters.put("stride", geometry.stride());
        parameters.put("dilation", geometry.dilation());
        parameters.put("padding", geometry.padding());
        return parameters;
    }

    private static Flow withBias(
            Step step,
            String type,
            Map<String, Object> parameters,
            Map<String, Tensor> tensors,
            List<Tensor> found,
            int filters)
            throws ExchangeException {
        parameters.put("bias", hasBias(step));
        if (hasBias(step)) {
            tensors.put("bias", step.checked(found.getLast(), filters));
        }
        return step.add(type, step.withFunction(parameters), tensors);
    }

    private static boolean hasBias(Step step) throws ExchangeException {
        return step.config().flag("use_bias", true);
    }

    private static int channels(Step step) {
        return Image.of(step.shape()).channels();
    }

    private static Step image(Step step) throws ExchangeException {
        if (step.shape().rank() != 3) {
            throw step.layer().refused("its input of shape " + step.x().theirs() + " is no image");
        }
        return step;
    }
}
