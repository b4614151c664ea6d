package org.backprop.exchange.onnx;

import java.util.Map;

import org.backprop.model.Activation;

/** Activation functions as nodes. */
final class FunctionNodes {

    private static final Map<String, Object> UNITS = Map.of("axis", 1L);

    private FunctionNodes() {}

    /** Adds a function of {@code x} and gives the name of its output. */
    static String add(Graph graph, Activation function, String x) {
        return switch (function) {
            case LINEAR -> x;
            case RELU -> graph.node("Relu", x);
            case SIGMOID -> graph.node("Sigmoid", x);
            case TANH -> graph.node("Tanh", x);
            case LEAKY_RELU -> graph.node("LeakyRelu", Map.of("alpha", 0.01f), x);
            case RELU6 -> graph.node("Clip", x, graph.number(0), graph.number(6));
            case HARD_TANH -> graph.node("Clip", x, graph.number(-1), graph.number(1));
            case ELU -> graph.node("Elu", Map.of("alpha", 1f), x);
            case SELU -> graph.node("Selu", x);
            case CELU -> graph.node("Celu", Map.of("alpha", 1f), x);
            case GELU -> gelu(graph, x);
            case SILU -> graph.node("Mul", x, graph.node("Sigmoid", x));
            case MISH -> graph.node("Mul", x, graph.node("Tanh", graph.node("Softplus", x)));
            case SOFTPLUS -> graph.node("Softplus", x);
            case SOFTSIGN -> graph.node("Softsign", x);
            case HARD_SIGMOID -> graph.node("HardSigmoid", Map.of("alpha", 1 / 6f, "beta", 0.5f), x);
            case SOFTMAX -> graph.node("Softmax", UNITS, x);
            case LOG_SOFTMAX -> graph.node("LogSoftmax", UNITS, x);
        };
    }

    /** Operator set 20 has a node for it; runtimes know its parts and fuse them. */
    private static String gelu(Graph graph, String x) {
        String error = graph.node("Erf", graph.node("Mul", x, graph.number(Math.sqrt(0.5))));
        String share = graph.node("Add", error, graph.number(1));
        return graph.node("Mul", graph.node("Mul", x, share), graph.number(0.5));
    }
}
