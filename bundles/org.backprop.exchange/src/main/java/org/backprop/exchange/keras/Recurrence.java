package org.backprop.exchange.keras;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backprop.exchange.Axes;
import org.backprop.exchange.ExchangeException;
import org.backprop.runlog.tensor.Tensor;

/** Recurrent layers of Keras: kernels [features, gates * units], one bias or, for gated recurrent units, two. */
final class Recurrence {

    private static final Map<String, String> MERGES =
            Map.of("concat", "concat", "sum", "add", "mul", "multiply", "ave", "average");

    private Recurrence() {}

    static Flow layer(Step step) throws IOException {
        sequence(step);
        Cell cell = Cell.of(step.layer());
        Map<String, Tensor> tensors = cell.tensors(step, step.tensors(cell.arrays()), "");
        return step.add(cell.type(), cell.parameters(), tensors);
    }

    static Flow bidirectional(Step step) throws IOException {
        sequence(step);
        Settings inner = step.config().object("layer");
        KerasLayer forward =
                new KerasLayer(step.layer().name(), inner.text("class_name"), inner.object("config"), List.of());
        String merge = step.config().has("merge_mode") ? step.config().text("merge_mode") : "none";
        step.layer().require("merge_mode", MERGES.containsKey(merge), "both outputs become one here");
        Cell cell = Cell.of(forward);
        List<Tensor> found = step.tensors(2 * cell.arrays());
        Map<String, Tensor> tensors = new LinkedHashMap<>(cell.tensors(step, found.subList(0, cell.arrays()), ""));
        tensors.putAll(cell.tensors(step, found.subList(cell.arrays(), found.size()), "_reverse"));
        return step.add(
                "bidirectional",
                Map.of("layer", Map.of(cell.type(), cell.parameters()), "merge", MERGES.get(merge)),
                tensors);
    }

    private static void sequence(Step step) throws ExchangeException {
        if (step.shape().rank() != 2 || step.x().channelsFirst()) {
            throw step.layer()
                    .refused("its input of shape " + step.x().theirs()
                            + " is no sequence [steps, features] here; behind a convolution, channels stand in front");
        }
    }

    /**
     * A layer, or one direction of it.
     *
     * @param layer the layer with the settings
     * @param type key of ours
     * @param gates for each gate in Keras its place in PyTorch, which is ours
     */
    private record Cell(KerasLayer layer, String type, int... gates) {

        static Cell of(KerasLayer layer) throws ExchangeException {
            Settings config = layer.config();
            Cell cell = switch (layer.type()) {
                case "LSTM" -> new Cell(layer, "lstm", 0, 1, 2, 3);
                case "GRU" -> new Cell(layer, "gru", 1, 0, 2);
                case "SimpleRNN" -> new Cell(layer, "simple_rnn", 0);
                default -> throw layer.refused("its layer is a " + layer.type() + ", which has no equal here");
            };
            layer.require("activation", Functions.name(config, "activation").equals("tanh"), "it is tanh here");
            if (cell.gates.length > 1) {
                layer.require(
                        "recurrent_activation",
                        Functions.name(config, "recurrent_activation").equals("sigmoid"),
                        "it is sigmoid here");
            }
            if (layer.type().equals("GRU")) {
                layer.require(
                        "reset_after",
                        config.flag("reset_after", true),
                        "the reset gate is applied behind the matrix here");
            }
            for (String flag : List.of("return_state", "go_backwards", "time_major", "stateful")) {
                layer.require(
                        flag, !config.flag(flag, false), "sequences are read from a state of zeros, samples first");
            }
            return cell;
        }

        int arrays() throws ExchangeException {
            return hasBias() ? 3 : 2;
        }

        private boolean hasBias() throws ExchangeException {
            return layer.config().flag("use_bias", true);
        }

        Map<String, Object> parameters() throws ExchangeException {
            Map<String, Object> parameters = new LinkedHashMap<>();
            parameters.put("units", layer.config().whole("units"));
            parameters.put("return_sequences", layer.config().flag("return_sequences", false));
            parameters.put("bias", hasBias());
            return parameters;
        }

        /** The weights as PyTorch has them. */
        Map<String, Tensor> tensors(Step step, List<Tensor> found, String suffix) throws ExchangeException {
            for (String rate : List.of("dropout", "recurrent_dropout")) {
                if (layer.config().number(rate, 0) > 0) {
                    step.builder()
                            .report()
                            .leftOut(step.layer().title() + ": its " + rate + ", which changes no prediction.");
                }
            }
            int units = layer.config().whole("units");
            long rows = (long) gates.length * units;
            int features = step.shape().dims().getLast();
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            tensors.put("weight_ih_l0" + suffix, turned(step.checked(found.get(0), features, rows)));
            tensors.put("weight_hh_l0" + suffix, turned(step.checked(found.get(1), units, rows)));
            if (hasBias()) {
                boolean two = type.equals("gru");
                float[] bias =
                        (two ? step.checked(found.get(2), 2, rows) : step.checked(found.get(2), rows)).toFloats();
                float[] second = new float[(int) rows];
                System.arraycopy(bias, two ? (int) rows : 0, second, 0, two ? second.length : 0);
                tensors.put("bias_ih_l0" + suffix, Tensor.floats(ordered(Arrays.copyOf(bias, (int) rows)), rows));
                tensors.put("bias_hh_l0" + suffix, Tensor.floats(ordered(second), rows));
            }
            return tensors;
        }

        private Tensor turned(Tensor kernel) {
            Tensor turned = Axes.permuted(kernel, 1, 0);
            return Tensor.floats(
                    ordered(turned.toFloats()),
                    turned.shape().get(0),
                    turned.shape().get(1));
        }

        /** Rows of gates, one gate after the other, in our order. */
        private float[] ordered(float[] theirs) {
            float[] ours = new float[theirs.length];
            int block = theirs.length / gates.length;
            for (int gate = 0; gate < gates.length; gate++) {
                System.arraycopy(theirs, gate * block, ours, gates[gate] * block, block);
            }
            return ours;
        }
    }
}
