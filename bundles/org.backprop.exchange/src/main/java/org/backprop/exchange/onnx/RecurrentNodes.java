package org.backprop.exchange.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

import org.backprop.exchange.ExchangeException;
import org.backprop.model.BidirectionalMerge;
import org.backprop.model.RecurrentLayer;
import org.backprop.runlog.tensor.Tensor;

/** Recurrent layers as nodes, which take and give sequences with the steps in front. */
final class RecurrentNodes {

    private final RecurrentLayer spec;
    private final Gates gates;
    private final int directions;
    private final Operands in;
    private final Graph graph;

    private RecurrentNodes(RecurrentLayer spec, int directions, Operands in) {
        this.spec = spec;
        this.gates = Gates.of(spec);
        this.directions = directions;
        this.in = in;
        this.graph = in.graph();
    }

    /** Adds a layer, with a second direction if there is something to make of two outputs. */
    static String add(RecurrentLayer spec, Optional<BidirectionalMerge> merge, Operands in) throws ExchangeException {
        RecurrentNodes nodes = new RecurrentNodes(spec, merge.isPresent() ? 2 : 1, in);
        return nodes.merged(nodes.sequence(), merge.orElse(BidirectionalMerge.CONCAT));
    }

    /** The states after all steps [steps, directions, batch, units], or after the last [directions, batch, units]. */
    private String sequence() throws ExchangeException {
        List<String> inputs = new ArrayList<>();
        inputs.add(graph.node("Transpose", Map.of("perm", List.of(1L, 0L, 2L)), in.x()));
        inputs.add(weight("W", "weight_ih_l0"));
        inputs.add(weight("R", "weight_hh_l0"));
        if (in.network().weights().containsKey(in.layer().layer().name() + ".bias_ih_l0")) {
            inputs.add(bias());
        }
        Map<String, Object> attributes = new HashMap<>(gates.attributes());
        attributes.put("hidden_size", (long) spec.units());
        attributes.put("direction", directions == 2 ? "bidirectional" : "forward");
        String name = graph.unique(gates.operator());
        graph.add(
                name, gates.operator(), inputs, spec.returnSequences() ? List.of(name) : List.of("", name), attributes);
        return name;
    }

    /** The output of the layer, samples in front. */
    private String merged(String states, BidirectionalMerge merge) {
        boolean sequences = spec.returnSequences();
        String samples = graph.node(
                "Transpose", Map.of("perm", sequences ? List.of(2L, 0L, 1L, 3L) : List.of(1L, 0L, 2L)), states);
        long axis = sequences ? 2 : 1;
        Map<String, Object> gone = Map.of("keepdims", 0L);
        Map<String, Object> reduced = Map.of("keepdims", 0L, "axes", List.of(axis));
        return switch (merge) {
            case CONCAT -> in.reshaped(samples, in.layer().output());
            case ADD -> graph.node("ReduceSum", gone, samples, graph.numbers(LongStream.of(axis)));
            case MULTIPLY -> graph.node("ReduceProd", reduced, samples);
            case AVERAGE -> graph.node("ReduceMean", reduced, samples);
        };
    }

    /** The weights [directions, gates * units, columns]. */
    private String weight(String role, String theirs) throws ExchangeException {
        List<float[]> parts = new ArrayList<>();
        for (int direction = 0; direction < directions; direction++) {
            parts.add(gates.toOnnx(in.tensor(theirs + suffix(direction)).toFloats()));
        }
        long rows = (long) gates.count() * spec.units();
        return graph.weight(role, joined(parts, directions, rows, parts.getFirst().length / rows));
    }

    /** The biases of the inputs and of the states, [directions, 2 * gates * units]. */
    private String bias() throws ExchangeException {
        List<float[]> parts = new ArrayList<>();
        for (int direction = 0; direction < directions; direction++) {
            parts.add(gates.toOnnx(in.tensor("bias_ih_l0" + suffix(direction)).toFloats()));
            parts.add(gates.toOnnx(in.tensor("bias_hh_l0" + suffix(direction)).toFloats()));
        }
        return graph.weight("B", joined(parts, directions, 2L * gates.count() * spec.units()));
    }

    private static String suffix(int direction) {
        return direction == 0 ? "" : "_reverse";
    }

    private static Tensor joined(List<float[]> parts, long... shape) {
        float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return Tensor.floats(all, shape);
    }
}
