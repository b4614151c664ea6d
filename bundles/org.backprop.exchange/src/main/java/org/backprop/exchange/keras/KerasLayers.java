package org.backprop.exchange.keras;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.backprop.exchange.Axes;
import org.backprop.exchange.ExchangeException;
import org.backprop.exchange.NetworkBuilder;
import org.backprop.model.Activation;
import org.backprop.runlog.tensor.Tensor;

/**
 * Turns layers of Keras into ours.
 *
 * @param builder gets the layers
 * @param weights where the weights are
 */
record KerasLayers(NetworkBuilder builder, KerasWeights weights) {

    private static final Set<String> ELEMENTWISE = Set.of(
            "Activation",
            "ReLU",
            "LeakyReLU",
            "ELU",
            "Dropout",
            "SpatialDropout1D",
            "SpatialDropout2D",
            "AlphaDropout",
            "GaussianNoise",
            "GaussianDropout",
            "ActivityRegularization",
            "Identity",
            "BatchNormalization");

    /** Whether a layer leaves channels and places as they are. */
    static boolean isElementwise(String type) {
        return ELEMENTWISE.contains(type);
    }

    /** Adds a layer, and gives what flows out of it. */
    Flow add(KerasLayer layer, List<Flow> inputs) throws IOException {
        if (inputs.isEmpty()) {
            throw layer.refused("it takes no input");
        }
        if (!layer.config().text("data_format", "channels_last").equals("channels_last")) {
            throw layer.refused("data_format " + layer.config().text("data_format")
                    + " is not read; save a model with channels_last, which is Keras' default");
        }
        for (String setting : layer.config().members().keySet()) {
            if (layer.config().has(setting) && (setting.endsWith("_regularizer") || setting.endsWith("_constraint"))) {
                builder.report().leftOut(layer.title() + ": its " + setting + ", which changes no prediction.");
            }
        }
        return flow(new Step(layer, inputs, builder, weights));
    }

    private static Flow flow(Step step) throws IOException {
        Settings config = step.config();
        return switch (step.layer().type()) {
            case "Dense" -> dense(step);
            case "Activation" -> activation(step);
            case "ReLU" -> relu(step);
            case "LeakyReLU" -> leaky(step, config.number("negative_slope", config.number("alpha", 0.3)));
            case "ELU" -> elu(step);
            case "PReLU" -> prelu(step);
            case "Softmax" -> function(step, Activation.SOFTMAX);
            case "Dropout" -> step.add("dropout", Map.of("rate", config.number("rate", 0)), Map.of());
            case "SpatialDropout2D", "SpatialDropout1D" -> spatialDropout(step);
            case "AlphaDropout" -> step.add("alpha_dropout", Map.of("rate", config.number("rate", 0)), Map.of());
            case "GaussianDropout" -> step.add("gaussian_dropout", Map.of("rate", config.number("rate", 0)), Map.of());
            case "GaussianNoise" ->
                step.add("gaussian_noise", Map.of("standard_deviation", config.number("stddev", 0)), Map.of());
            case "ActivityRegularization", "Identity" -> left(step);
            case "Flatten" ->
                Step.as(step.add("flatten", Map.of(), Map.of()), step.x().flatOrder());
            case "Reshape" -> reshape(step);
            case "Add" -> merged(step, "add");
            case "Multiply" -> merged(step, "multiply");
            case "Concatenate" -> concatenated(step);
            case "Embedding" -> embedding(step);
            case "BatchNormalization" -> Norms.batch(step);
            case "LayerNormalization" -> Norms.layer(step);
            case "GroupNormalization" -> Norms.group(step);
            case "Conv1D" -> Convolutions.conv1d(step);
            case "Conv2D", "Convolution2D" -> Convolutions.conv2d(step);
            case "DepthwiseConv2D" -> Convolutions.depthwise(step);
            case "SeparableConv2D" -> Convolutions.separable(step);
            case "Conv2DTranspose" -> Convolutions.transposed(step);
            case "MaxPooling2D", "AveragePooling2D" -> Pools.pool(step);
            case "GlobalMaxPooling2D" -> Pools.global(step, "global_max_pool");
            case "GlobalAveragePooling2D" -> Pools.global(step, "global_avg_pool");
            case "MaxPooling1D", "AveragePooling1D" -> Pools.pool1d(step);
            case "GlobalMaxPooling1D" -> Pools.global1d(step, "global_max_pool");
            case "GlobalAveragePooling1D" -> Pools.global1d(step, "global_avg_pool");
            case "ZeroPadding2D" -> Pools.pad(step);
            case "UpSampling2D" -> Pools.upsample(step);
            case "LSTM", "GRU", "SimpleRNN" -> Recurrence.layer(step);
            case "Bidirectional" -> Recurrence.bidirectional(step);
            default ->
                throw step.layer()
                        .refused("there is no such layer here; replace it in Keras, or write the model by hand");
        };
    }

    /** Whole channels of images, and of sequences that have them in front. */
    private static Flow spatialDropout(Step step) throws ExchangeException {
        if (step.shape().rank() == 2 && !step.x().channelsFirst()) {
            step.builder()
                    .report()
                    .changed(
                            step.layer().title()
                                    + " drops features of all steps in Keras, but all features of a step here; predictions are the same.");
        }
        return step.add("spatial_dropout", Map.of("rate", step.config().number("rate", 0)), Map.of());
    }

    private static Flow dense(Step step) throws IOException {
        if (step.shape().rank() != 1) {
            throw step.layer()
                    .refused("it is applied to each step of an input of shape "
                            + step.x().theirs() + ", but dense takes vectors here");
        }
        int inputs = step.shape().dims().getFirst();
        int units = step.config().whole("units");
        boolean bias = step.config().flag("use_bias", true);
        List<Tensor> found = step.tensors(bias ? 2 : 1);
        float[] kernel = step.checked(found.getFirst(), inputs, units).toFloats();
        int[] order = step.x().order();
        float[] weight = new float[kernel.length];
        for (int in = 0; in < inputs; in++) {
            int ours = order == null ? in : order[in];
            for (int out = 0; out < units; out++) {
                weight[out * inputs + ours] = kernel[in * units + out];
            }
        }
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("weight", Tensor.floats(weight, units, inputs));
        if (bias) {
            tensors.put("bias", step.checked(found.get(1), units));
        }
        Map<String, Object> parameters = new LinkedHashMap<>(Map.of("units", units));
        if (!bias) {
            parameters.put("bias", false);
        }
        return Step.as(step.add("dense", step.withFunction(parameters), tensors), null);
    }

    private static Flow function(Step step, Activation function) throws ExchangeException {
        return step.add("activation", Map.of("function", function.key()), Map.of());
    }

    private static Flow activation(Step step) throws ExchangeException {
        Activation function = Functions.of(step.config(), step.layer()).orElse(Activation.LINEAR);
        return function == Activation.LINEAR ? step.x() : function(step, function);
    }

    private static Flow relu(Step step) throws ExchangeException {
        Settings config = step.config();
        double slope = config.number("negative_slope", 0);
        step.layer().require("threshold", config.number("threshold", 0) == 0, "relu starts at 0 here");
        if (config.has("max_value")) {
            step.layer().require("max_value", config.number("max_value", 6) == 6 && slope == 0, "relu6 ends at 6 here");
            return function(step, Activation.RELU6);
        }
        return slope == 0 ? function(step, Activation.RELU) : leaky(step, slope);
    }

    /** Slopes other than that of leaky_relu are those of a prelu, which is trained. */
    private static Flow leaky(Step step, double slope) throws ExchangeException {
        if ((float) slope == 0.01f) {
            return function(step, Activation.LEAKY_RELU);
        }
        step.builder()
                .report()
                .changed("%s has a slope of %s below zero; here it is a prelu that starts with it and is trained."
                        .formatted(step.layer().title(), slope));
        return step.add(
                "prelu", Map.of("initial", slope), Map.of("weight", Tensor.floats(new float[] {(float) slope}, 1)));
    }

    private static Flow elu(Step step) throws ExchangeException {
        step.layer().require("alpha", step.config().number("alpha", 1) == 1, "elu has alpha 1 here");
        return function(step, Activation.ELU);
    }

    /** One slope for each channel: in Keras the other axes are shared. */
    private static Flow prelu(Step step) throws IOException {
        Tensor alpha = step.tensors(1).getFirst();
        int channels = step.shape().dims().getFirst();
        long last = alpha.shape().isEmpty() ? 1 : alpha.shape().getLast();
        if (alpha.elements() != channels || last != channels || step.shape().rank() == 2) {
            throw step.layer()
                    .refused("it has a slope for each element, shape " + alpha.shape()
                            + ", but prelu has one for each channel here: share the axes of rows and columns");
        }
        return step.add(
                "prelu",
                Map.of("shared", channels == 1),
                Map.of("weight", Norms.ordered(Axes.reshaped(alpha, channels), step)));
    }

    /** A layer that does nothing in a prediction, and has no equal. */
    private static Flow left(Step step) {
        step.builder().report().leftOut(step.layer().title() + ", which changes no prediction.");
        return step.x();
    }

    private static Flow reshape(Step step) throws ExchangeException {
        List<Integer> target = target(step);
        Flow x = step.x();
        if (x.flatOrder() != null) {
            throw step.layer().refused("it takes apart an image whose channels stand last in Keras, but first here");
        }
        int rank = target.size();
        boolean movesChannels = rank == 3 && target.get(2) > 1 && target.get(0) * target.get(1) > 1;
        if (movesChannels || rank > 3) {
            throw step.layer()
                    .refused("it makes an image of several channels, which would stand in another order here");
        }
        List<Integer> ours = rank == 3 ? List.of(target.get(2), target.get(0), target.get(1)) : target;
        Flow flow = step.add("reshape", Map.of("shape", ours), Map.of());
        return new Flow(flow.layer(), flow.shape(), false, null);
    }

    /** The target shape, with the size that is left open. */
    private static List<Integer> target(Step step) throws ExchangeException {
        List<Integer> target = new ArrayList<>(step.config()
                .wholes("target_shape", step.config().list("target_shape").size()));
        long known = target.stream()
                .filter(size -> size > 0)
                .mapToLong(Integer::longValue)
                .reduce(1, Math::multiplyExact);
        target.replaceAll(size -> size < 0 ? (int) (step.shape().size() / Math.max(1, known)) : size);
        return target;
    }

    private static Flow merged(Step step, String type) throws ExchangeException {
        for (Flow flow : step.in()) {
            if (!Arrays.equals(flow.order(), step.x().order())
                    || flow.channelsFirst() != step.x().channelsFirst()) {
                throw step.layer().refused("its inputs have their elements in different orders here");
            }
        }
        return step.join(type, step.x().order());
    }

    private static Flow concatenated(Step step) throws ExchangeException {
        int rank = step.shape().rank();
        int axis = step.config().whole("axis", -1);
        boolean last = axis == -1 || axis == rank;
        step.layer()
                .require(
                        "axis",
                        last && (rank != 2 || step.x().channelsFirst()),
                        "concat puts channels or elements of vectors one after the other here");
        boolean ordered = step.in().stream().anyMatch(flow -> flow.order() != null);
        int[] order = null;
        if (ordered) {
            List<Integer> places = new ArrayList<>();
            for (Flow flow : step.in()) {
                int start = places.size();
                for (int i = 0; i < flow.shape().size(); i++) {
                    places.add(start + (flow.order() == null ? i : flow.order()[i]));
                }
            }
            order = places.stream().mapToInt(Integer::intValue).toArray();
        }
        return step.join("concat", order);
    }

    private static Flow embedding(Step step) throws IOException {
        int count = step.config().whole("input_dim");
        int size = step.config().whole("output_dim");
        if (step.config().flag("mask_zero", false)) {
            step.builder()
                    .report()
                    .changed(step.layer().title()
                            + " masks index 0 in Keras; here the layers behind it read it like any other.");
        }
        return step.add(
                "embedding",
                Map.of("num_embeddings", count, "embedding_dim", size),
                Map.of("weight", step.checked(step.tensors(1).getFirst(), count, size)));
    }
}
