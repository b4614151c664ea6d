package org.backprop.exchange.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.exchange.onnx.OnnxModel.Node;
import org.backprop.model.Activation;
import org.backprop.runlog.tensor.Tensor;

/**
 * What is one layer here but several nodes in ONNX: functions and group normalization as PyTorch and we write them, a bias
 * behind a product. The last node of such a group is replaced by one of our own, and nobody needs the others.
 */
final class Patterns {

    /** The operator of a node that stands for a function of ours; the attribute {@code function} says which. */
    static final String FUNCTION = "backprop.Function";

    /** Group normalization: x, scale, shift; attributes groups and epsilon. */
    static final String GROUP_NORM = "backprop.GroupNorm";

    private static final double CLOSE = 1e-4;

    private final Map<String, Tensor> constants = new HashMap<>();
    private final Map<String, Node> makers = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Integer> uses = new HashMap<>();

    private Patterns() {}

    static Patterns of(OnnxModel model) {
        Patterns patterns = new Patterns();
        patterns.constants.putAll(model.weights());
        for (Node node : model.nodes()) {
            if (node.operator().equals("Constant") && node.attributes().get("value") instanceof Tensor value) {
                patterns.constants.put(node.outputs().getFirst(), value);
            } else if (node.operator().equals("Identity")
                    && patterns.constants.containsKey(node.inputs().getFirst())) {
                patterns.constants.put(
                        node.outputs().getFirst(),
                        patterns.constants.get(node.inputs().getFirst()));
            } else {
                patterns.add(patterns.replaced(node));
            }
        }
        return patterns;
    }

    private void add(Node node) {
        nodes.add(node);
        node.outputs().forEach(output -> makers.put(output, node));
    }

    /** The nodes that lead to an output, in the order of the file; constants are none. */
    List<Node> leadingTo(String output) {
        uses.clear();
        uses.put(output, 1);
        List<Node> needed = new ArrayList<>();
        for (Node node : nodes.reversed()) {
            if (node.outputs().stream().anyMatch(uses::containsKey)) {
                node.inputs().forEach(input -> uses.merge(input, 1, Integer::sum));
                needed.add(node);
            }
        }
        return needed.reversed();
    }

    /** A constant array; empty if a value depends on the input. */
    Optional<Tensor> constant(String value) {
        return Optional.ofNullable(constants.get(value));
    }

    /** The node that makes a value; null for the input and constants. */
    Node maker(String value) {
        return makers.get(value);
    }

    /** How often nodes that {@linkplain #leadingTo lead to the output} take a value. */
    int uses(String value) {
        return uses.getOrDefault(value, 0);
    }

    private Node replaced(Node node) {
        return switch (node.operator()) {
            case "Mul" -> product(node).orElse(node);
            case "Add" -> sum(node).orElse(node);
            default -> node;
        };
    }

    private Optional<Node> product(Node node) {
        for (int i = 0; i < 2 && node.inputs().size() == 2; i++) {
            String x = node.inputs().get(i);
            String other = node.inputs().get(1 - i);
            Node factor = makers.get(other);
            if (is(factor, "Sigmoid") && factor.inputs().getFirst().equals(x)) {
                return Optional.of(function(node, Activation.SILU, x));
            }
            if (is(factor, "Tanh")
                    && is(makers.get(factor.inputs().getFirst()), "Softplus")
                    && makers.get(factor.inputs().getFirst())
                            .inputs()
                            .getFirst()
                            .equals(x)) {
                return Optional.of(function(node, Activation.MISH, x));
            }
        }
        return gelu(node);
    }

    /** 0.5 x (1 + erf(x / sqrt(2))), in the orders in which the product of three is written. */
    private Optional<Node> gelu(Node node) {
        List<String> factors = new ArrayList<>();
        collect(node, factors);
        double scale = 1;
        String x = null;
        String argument = null;
        for (String factor : factors) {
            Optional<Double> number = number(factor);
            Node maker = makers.get(factor);
            if (number.isPresent()) {
                scale *= number.get();
            } else if (is(maker, "Add") && argument == null && errorOf(maker) != null) {
                argument = errorOf(maker);
            } else if (x == null) {
                x = factor;
            } else {
                return Optional.empty();
            }
        }
        return x != null && x.equals(argument) && Math.abs(scale - 0.5) < CLOSE
                ? Optional.of(function(node, Activation.GELU, x))
                : Optional.empty();
    }

    /** The factors of a product of products. */
    private void collect(Node product, List<String> factors) {
        for (String input : product.inputs()) {
            Node maker = makers.get(input);
            if (is(maker, "Mul") && factors.size() < 4) {
                for (String inner : maker.inputs()) {
                    factors.add(inner);
                }
            } else {
                factors.add(input);
            }
        }
    }

    /** The x of 1 + erf(x / sqrt(2)); null if it is none. */
    private String errorOf(Node sum) {
        for (int i = 0; i < 2; i++) {
            Node error = makers.get(sum.inputs().get(i));
            if (is(error, "Erf")
                    && number(sum.inputs().get(1 - i)).filter(one -> one == 1).isPresent()) {
                Node scaled = makers.get(error.inputs().getFirst());
                if (is(scaled, "Div") && isAbout(scaled.inputs().get(1), Math.sqrt(2))
                        || is(scaled, "Mul") && isAbout(scaled.inputs().get(1), Math.sqrt(0.5))) {
                    return scaled.inputs().getFirst();
                }
            }
        }
        return null;
    }

    private boolean isAbout(String value, double expected) {
        return number(value)
                .filter(number -> Math.abs(number - expected) < CLOSE)
                .isPresent();
    }

    /** A product and a bias, or group normalization: Reshape, InstanceNormalization, Reshape, Mul, Add. */
    private Optional<Node> sum(Node node) {
        for (int i = 0; i < 2 && node.inputs().size() == 2; i++) {
            Node first = makers.get(node.inputs().get(i));
            String other = node.inputs().get(1 - i);
            if (is(first, "MatMul") && constants.containsKey(other)) {
                return Optional.of(new Node(
                        first.name(),
                        "Gemm",
                        List.of(first.inputs().get(0), first.inputs().get(1), other),
                        node.outputs(),
                        Map.of()));
            }
            if (is(first, "Mul") && constants.containsKey(other)) {
                Optional<Node> norm = groupNorm(node, first, other);
                if (norm.isPresent()) {
                    return norm;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Node> groupNorm(Node node, Node scaling, String shift) {
        Node back = makers.get(scaling.inputs().get(0));
        String scale = scaling.inputs().get(1);
        Node norm = is(back, "Reshape") ? makers.get(back.inputs().getFirst()) : null;
        Node split =
                is(norm, "InstanceNormalization") ? makers.get(norm.inputs().getFirst()) : null;
        if (!is(split, "Reshape") || !constants.containsKey(scale)) {
            return Optional.empty();
        }
        Optional<Tensor> ones = constant(norm.inputs().get(1));
        if (ones.isEmpty()
                || !all(ones.get(), 1)
                || !constant(norm.inputs().get(2))
                        .filter(zeros -> all(zeros, 0))
                        .isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Node(
                norm.name(),
                GROUP_NORM,
                List.of(split.inputs().getFirst(), scale, shift),
                node.outputs(),
                Map.of(
                        "groups",
                        (long) ones.get().elements(),
                        "epsilon",
                        norm.attributes().getOrDefault("epsilon", 1e-5f))));
    }

    /** Whether all elements are this. */
    static boolean all(Tensor tensor, double value) {
        for (int i = 0; i < tensor.elements(); i++) {
            if (tensor.get(i) != value) {
                return false;
            }
        }
        return true;
    }

    private Optional<Double> number(String value) {
        return constant(value).filter(tensor -> tensor.elements() == 1).map(tensor -> tensor.get(0));
    }

    private static Node function(Node node, Activation function, String x) {
        return new Node(node.name(), FUNCTION, List.of(x), node.outputs(), Map.of("function", function.key()));
    }

    private static boolean is(Node node, String operator) {
        return node != null && node.operator().equals(operator);
    }
}
