package org.backprop.exchange.onnx;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.backprop.exchange.ExchangeException;
import org.backprop.exchange.onnx.OnnxModel.Node;
import org.backprop.exchange.onnx.States.Axis;
import org.backprop.runlog.tensor.Tensor;

/** Recurrent nodes of ONNX. */
final class RecurrentOperations {

    private static final List<Axis> ALL = List.of(Axis.STEPS, Axis.DIRECTIONS, Axis.BATCH, Axis.UNITS);
    private static final Map<String, Gates> GATES = Map.of("LSTM", Gates.LSTM, "GRU", Gates.GRU, "RNN", Gates.RNN);
    private static final Map<String, String> TYPES = Map.of("LSTM", "lstm", "GRU", "gru", "RNN", "simple_rnn");
    private static final Map<String, List<String>> FUNCTIONS = Map.of(
            "LSTM", List.of("Sigmoid", "Tanh", "Tanh"), "GRU", List.of("Sigmoid", "Tanh"), "RNN", List.of("Tanh"));
    private static final int FIRST_STATE = 5;

    private RecurrentOperations() {}

    /** The states, whose layer is made when it is known which of them are taken. */
    static Flow states(Operation op) throws ExchangeException {
        Node node = op.node();
        check(op);
        Flow x = op.raw(0);
        op.require(x.stepsFirst(), "its sequence must have the steps in front, by a Transpose with perm [1, 0, 2]");
        if (node.outputs().size() > 1 && !node.outputs().get(1).isEmpty()) {
            States last = new States(node, x, ALL.subList(1, 4), Optional.empty());
            op.flows().put(node.outputs().get(1), Flow.of(last));
        }
        return Flow.of(new States(node, x, ALL, Optional.empty()));
    }

    private static void check(Operation op) throws ExchangeException {
        String operator = op.node().operator();
        boolean both = isBidirectional(op.node());
        op.require(
                both || op.text("direction", "forward").equals("forward"),
                "sequences are read from the beginning here, or both ways");
        op.require(op.whole("layout", 0) == 0, "it has the batch in front, which is not read");
        op.require(
                !op.node().attributes().containsKey("clip") && op.whole("input_forget", 0) == 0,
                "gates are not clipped or coupled here");
        op.require(
                !operator.equals("GRU") || op.whole("linear_before_reset", 0) == 1,
                "the reset gate is applied behind the matrix here (linear_before_reset = 1)");
        Object functions = op.node().attributes().getOrDefault("activations", FUNCTIONS.get(operator));
        List<String> one = FUNCTIONS.get(operator);
        op.require(
                functions.equals(one) || both && functions instanceof List<?> list && list.equals(twice(one)),
                "its functions " + functions + " are " + one + " here");
        for (int i = FIRST_STATE; i < op.node().inputs().size(); i++) {
            op.require(!op.has(i) || isZero(op, i), "it starts from a state other than zeros, or has peepholes");
        }
        op.require(!op.has(4), "all sequences have the same length here");
    }

    private static List<String> twice(List<String> list) {
        return Stream.concat(list.stream(), list.stream()).toList();
    }

    /** Zeros in the file, or made of them for a batch of any size. */
    private static boolean isZero(Operation op, int input) {
        if (op.constant(input).isPresent()) {
            return Patterns.all(op.constant(input).get(), 0);
        }
        Node maker = op.patterns().maker(op.node().inputs().get(input));
        return maker != null
                && (maker.operator().equals("ConstantOfShape")
                                && (!(maker.attributes().get("value") instanceof Tensor value)
                                        || Patterns.all(value, 0))
                        || maker.operator().equals("Expand")
                                && op.patterns()
                                        .constant(maker.inputs().getFirst())
                                        .filter(zeros -> Patterns.all(zeros, 0))
                                        .isPresent());
    }

    /** Whether a node reads both ways. */
    static boolean isBidirectional(Node node) {
        return "bidirectional".equals(node.attributes().get("direction"));
    }

    /** States as other nodes arrange them: a layer, once they are what one gives. */
    static Flow settled(Operation op, States states) throws ExchangeException {
        if (!states.isLayer() && !states.isStepsFirst()) {
            return Flow.of(states);
        }
        Operation source = new Operation(states.node(), op.builder(), op.flows(), op.patterns());
        Flow flow = layer(source, states);
        return new Flow(flow.layer(), flow.shape(), flow.view(), states.isStepsFirst(), null);
    }

    private static Flow layer(Operation op, States states) throws ExchangeException {
        String operator = op.node().operator();
        Gates gates = GATES.get(operator);
        boolean both = isBidirectional(op.node());
        Tensor weights = op.weight(1);
        op.require(
                weights.shape().size() == 3 && weights.shape().getFirst() == (both ? 2 : 1),
                "its weights have no rows for each direction");
        int units = Math.toIntExact(weights.shape().get(1) / gates.count());
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (int direction = 0; direction < (both ? 2 : 1); direction++) {
            String suffix = direction == 0 ? "" : "_reverse";
            tensors.put("weight_ih_l0" + suffix, part(op, 1, direction, gates, units));
            tensors.put("weight_hh_l0" + suffix, part(op, 2, direction, gates, units));
            if (op.has(3)) {
                biases(op, direction, gates, units, tensors, suffix);
            }
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("units", units);
        parameters.put("return_sequences", states.sequences());
        parameters.put("bias", op.has(3));
        String type = TYPES.get(operator);
        return both
                ? op.layer(
                        states.from(),
                        "bidirectional",
                        Map.of(
                                "layer",
                                Map.of(type, parameters),
                                "merge",
                                states.merge().orElse("concat")),
                        tensors)
                : op.layer(states.from(), type, parameters, tensors);
    }

    /** The weights of a direction, in our order of gates. */
    private static Tensor part(Operation op, int input, int direction, Gates gates, int units)
            throws ExchangeException {
        Tensor all = op.weight(input);
        int length = all.elements() / Math.toIntExact(all.shape().getFirst());
        int rows = gates.count() * units;
        op.require(rows > 0 && length % rows == 0, "its weights do not fit each other");
        float[] values = Arrays.copyOfRange(all.toFloats(), direction * length, (direction + 1) * length);
        return Tensor.floats(gates.fromOnnx(values), rows, length / rows);
    }

    private static void biases(
            Operation op, int direction, Gates gates, int units, Map<String, Tensor> tensors, String suffix)
            throws ExchangeException {
        float[] all = op.weight(3).toFloats();
        int rows = gates.count() * units;
        op.require(all.length >= 2 * rows * (direction + 1), "its biases do not fit its weights");
        for (int i = 0; i < 2; i++) {
            int start = (2 * direction + i) * rows;
            float[] values = gates.fromOnnx(Arrays.copyOfRange(all, start, start + rows));
            tensors.put((i == 0 ? "bias_ih_l0" : "bias_hh_l0") + suffix, Tensor.floats(values, rows));
        }
    }
}
