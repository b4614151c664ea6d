package org.backprop.exchange.onnx;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.exchange.Axes;
import org.backprop.exchange.ExchangeException;
import org.backprop.model.Activation;
import org.backprop.model.Shape;
import org.backprop.runlog.tensor.Tensor;

/** The layers that operations of ONNX are here. */
final class OperationLayers {

    private OperationLayers() {}

    /** What flows out of a node. */
    static Flow flow(Operation op) throws ExchangeException {
        return switch (op.node().operator()) {
            case "Identity", "Cast" -> op.raw(0);
            case "Dropout" -> dropout(op);
            case "Gemm" -> gemm(op);
            case "MatMul" -> product(op);
            case "Conv" -> WindowOperations.conv(op);
            case "ConvTranspose" -> WindowOperations.transposed(op);
            case "MaxPool" -> WindowOperations.pool(op, "max_pool2d");
            case "AveragePool" -> WindowOperations.pool(op, "avg_pool2d");
            case "GlobalAveragePool" -> WindowOperations.global(op, "global_avg_pool");
            case "GlobalMaxPool" -> WindowOperations.global(op, "global_max_pool");
            case "Pad" -> WindowOperations.pad(op);
            case "Resize", "Upsample" -> WindowOperations.resize(op);
            case "BatchNormalization" -> batchNorm(op);
            case "LayerNormalization" -> layerNorm(op);
            case "InstanceNormalization" -> groupNorm(op, op.shape().dims().getFirst(), op.number("epsilon", 1e-5));
            case Patterns.GROUP_NORM -> groupNorm(op, op.whole("groups", 1), op.number("epsilon", 1e-5));
            case "Add", "Sum" -> op.join("add");
            case "Mul" -> op.join("multiply");
            case "Concat" -> concat(op);
            case "PRelu" -> prelu(op, op.weight(1));
            case "Gather" -> embedding(op);
            case "Flatten" -> flatten(op);
            case "Reshape",
                    "Squeeze",
                    "Unsqueeze",
                    "Transpose",
                    "ReduceSum",
                    "ReduceProd",
                    "ReduceMean",
                    "LSTM",
                    "GRU",
                    "RNN" -> ShapeOperations.flow(op);
            default -> function(op);
        };
    }

    private static Flow dropout(Operation op) throws ExchangeException {
        double rate = op.constant(1)
                .map(ratio -> Operation.decimal((float) ratio.get(0)))
                .orElse(op.number("ratio", 0.5));
        return op.layer(op.x(), "dropout", Map.of("rate", rate));
    }

    private static Flow gemm(Operation op) throws ExchangeException {
        op.require(op.whole("transA", 0) == 0, "its first input is transposed");
        op.require(op.number("alpha", 1) == 1 && (!op.has(2) || op.number("beta", 1) == 1), "alpha and beta must be 1");
        Tensor matrix = op.weight(1);
        op.require(matrix.shape().size() == 2, "its second input is no matrix");
        return dense(op, op.whole("transB", 0) == 0 ? Axes.permuted(matrix, 1, 0) : matrix);
    }

    private static Flow product(Operation op) throws ExchangeException {
        Tensor matrix = op.weight(1);
        op.require(matrix.shape().size() == 2, "its second input is no matrix");
        return dense(op, Axes.permuted(matrix, 1, 0));
    }

    private static Flow dense(Operation op, Tensor weight) throws ExchangeException {
        op.require(
                op.shape().rank() == 1,
                "it is applied to rows of samples of shape " + op.shape() + ", but dense takes vectors here");
        int units = Math.toIntExact(weight.shape().getFirst());
        Map<String, Tensor> tensors = op.weightAndBias(weight, 2);
        if (tensors.containsKey("bias") && tensors.get("bias").elements() == 1 && units > 1) {
            float[] bias = new float[units];
            Arrays.fill(bias, tensors.get("bias").toFloats()[0]);
            tensors.put("bias", Tensor.floats(bias, units));
        }
        return op.layer(op.x(), "dense", Map.of("units", units, "bias", tensors.containsKey("bias")), tensors);
    }

    private static Flow batchNorm(Operation op) throws ExchangeException {
        op.require(op.whole("training_mode", 0) == 0, "it is in training mode; export the model for inference");
        Map<String, Tensor> tensors = op.weightAndBias(op.weight(1), 2);
        tensors.put("running_mean", op.weight(3));
        tensors.put("running_var", op.weight(4));
        double momentum = Math.rint((1 - op.number("momentum", 0.9)) * 1e6) / 1e6;
        return op.layer(
                op.x(), "batch_norm", Map.of("epsilon", op.number("epsilon", 1e-5), "momentum", momentum), tensors);
    }

    private static Flow layerNorm(Operation op) throws ExchangeException {
        int rank = op.shape().rank();
        long axis = op.whole("axis", -1);
        op.require(
                axis == -1 || axis == rank,
                "layer_norm normalizes over the last axis here, not from axis " + axis + " on");
        int features = op.shape().dims().getLast();
        Map<String, Tensor> tensors = op.weightAndBias(op.weight(1), 2);
        tensors.computeIfAbsent("bias", role -> Tensor.floats(new float[features], features));
        return op.layer(op.x(), "layer_norm", Map.of("epsilon", op.number("epsilon", 1e-5)), tensors);
    }

    private static Flow groupNorm(Operation op, long groups, double epsilon) throws ExchangeException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (int i = 1; i <= 2; i++) {
            Tensor found = op.weight(i);
            tensors.put(i == 1 ? "weight" : "bias", Axes.reshaped(found, found.elements()));
        }
        return op.layer(op.x(), "group_norm", Map.of("groups", groups, "epsilon", epsilon), tensors);
    }

    private static Flow concat(Operation op) throws ExchangeException {
        long axis = op.whole("axis", 1);
        op.require(
                axis == 1 || axis == -op.shape().rank(),
                "concat puts channels or elements of vectors one after the other here, that is axis 1");
        return op.join("concat");
    }

    private static Flow prelu(Operation op, Tensor slope) throws ExchangeException {
        Flow x = op.x();
        int channels = x.shape().dims().getFirst();
        boolean last = slope.shape().isEmpty() || slope.elements() == 1;
        op.require(
                slope.elements() == 1
                        || slope.elements() == channels
                                && slope.shape().size() >= x.shape().rank()
                                && slope.shape()
                                                .get(slope.shape().size()
                                                        - x.shape().rank())
                                        == channels,
                "it has slopes of shape " + slope.shape() + ", but prelu has one, or one for each channel here");
        return op.layer(x, "prelu", Map.of("shared", last), Map.of("weight", Axes.reshaped(slope, slope.elements())));
    }

    private static Flow embedding(Operation op) throws ExchangeException {
        op.require(
                op.whole("axis", 0) == 0 && op.constant(0).isPresent(),
                "it does not look up rows of a table in the file");
        Tensor table = op.weight(0);
        op.require(table.shape().size() == 2, "its table is no matrix");
        return op.layer(
                op.in(1),
                "embedding",
                Map.of(
                        "num_embeddings",
                        table.shape().get(0),
                        "embedding_dim",
                        table.shape().get(1)),
                Map.of("weight", table));
    }

    private static Flow flatten(Operation op) throws ExchangeException {
        op.require(op.whole("axis", 1) == 1, "flatten leaves the batch as it is here, that is axis 1");
        Flow x = op.raw(0);
        return x.seenAs(Shape.of(Math.toIntExact(x.view().size())));
    }

    /** A function of each element, or of all of a sample: part of the layer before it, or a layer of its own. */
    private static Flow function(Operation op) throws ExchangeException {
        Flow x = op.x();
        if (op.node().operator().equals("LeakyRelu") && (float) op.number("alpha", 0.01) != 0.01f) {
            float slope = (float) op.number("alpha", 0.01);
            op.builder()
                    .report()
                    .changed("%s has a slope of %s below zero; here it is a prelu that starts with it and is trained."
                            .formatted(op.node().title(), slope));
            return prelu(op, Tensor.floats(new float[] {slope}, 1));
        }
        Activation function = activation(op)
                .orElseThrow(() -> op.refused("there is no layer for it here; the settings may be what has no equal"));
        boolean single = op.flows().values().stream()
                .noneMatch(flow -> flow != x && flow.layer().equals(x.layer()));
        if (single
                && op.patterns().uses(op.node().inputs().getFirst()) == 1
                && op.builder().activate(x.layer(), function)) {
            return x;
        }
        return op.layer(x, "activation", Map.of("function", function.key()));
    }

    private static Optional<Activation> activation(Operation op) throws ExchangeException {
        int rank = op.shape().rank();
        return switch (op.node().operator()) {
            case Patterns.FUNCTION -> named(op.text("function", ""));
            case "Relu" -> Optional.of(Activation.RELU);
            case "Sigmoid" -> Optional.of(Activation.SIGMOID);
            case "Tanh" -> Optional.of(Activation.TANH);
            case "LeakyRelu" -> Optional.of(Activation.LEAKY_RELU);
            case "Elu" -> when(op.number("alpha", 1) == 1, Activation.ELU);
            case "Celu" -> when(op.number("alpha", 1) == 1, Activation.CELU);
            case "Selu" ->
                when(
                        Math.abs(op.number("alpha", 1.67326) - 1.67326) < 1e-4
                                && Math.abs(op.number("gamma", 1.0507) - 1.0507) < 1e-4,
                        Activation.SELU);
            case "Gelu" -> when(op.text("approximate", "none").equals("none"), Activation.GELU);
            case "Mish" -> Optional.of(Activation.MISH);
            case "Softplus" -> Optional.of(Activation.SOFTPLUS);
            case "Softsign" -> Optional.of(Activation.SOFTSIGN);
            case "HardSigmoid" ->
                when(
                        Math.abs(op.number("alpha", 0.2) - 1 / 6.0) < 1e-6 && op.number("beta", 0.5) == 0.5,
                        Activation.HARD_SIGMOID);
            case "Clip" -> clip(op);
            case "Softmax" -> when(isOverUnits(op, rank), Activation.SOFTMAX);
            case "LogSoftmax" -> when(isOverUnits(op, rank), Activation.LOG_SOFTMAX);
            default -> Optional.empty();
        };
    }

    private static boolean isOverUnits(Operation op, int rank) {
        long axis = op.whole("axis", -1);
        return rank == 1 && (axis == 1 || axis == -1);
    }

    private static Optional<Activation> clip(Operation op) {
        double low = op.constant(1).map(value -> value.get(0)).orElse(op.number("min", Double.NEGATIVE_INFINITY));
        double high = op.constant(2).map(value -> value.get(0)).orElse(op.number("max", Double.POSITIVE_INFINITY));
        if (low == -1 && high == 1) {
            return Optional.of(Activation.HARD_TANH);
        }
        return low == 0 && high == 6
                ? Optional.of(Activation.RELU6)
                : when(low == 0 && high >= Float.MAX_VALUE, Activation.RELU);
    }

    private static Optional<Activation> when(boolean condition, Activation function) {
        return condition ? Optional.of(function) : Optional.empty();
    }

    private static Optional<Activation> named(String key) {
        return List.of(Activation.values()).stream()
                .filter(function -> function.key().equals(key))
                .findFirst();
    }
}
