package org.backprop.exchange.onnx;

import java.util.Map;

import org.backprop.model.GruLayer;
import org.backprop.model.LstmLayer;
import org.backprop.model.RecurrentLayer;
import org.backprop.model.SimpleRnnLayer;

/**
 * How the gates of recurrent layers follow each other in ONNX and in PyTorch, whose order is ours.
 *
 * @param operator ONNX's name
 * @param order for each gate in ONNX its place in PyTorch
 * @param attributes what makes ONNX compute as PyTorch does
 */
record Gates(String operator, int[] order, Map<String, Object> attributes) {

    /** ONNX: i, o, f, c; PyTorch: i, f, g, o. */
    static final Gates LSTM = new Gates("LSTM", new int[] {0, 3, 1, 2}, Map.of());

    /** ONNX: z, r, h; PyTorch: r, z, n, where the reset gate is applied behind the matrix. */
    static final Gates GRU = new Gates("GRU", new int[] {1, 0, 2}, Map.of("linear_before_reset", 1L));

    /** One, with tanh. */
    static final Gates RNN = new Gates("RNN", new int[] {0}, Map.of());

    static Gates of(RecurrentLayer layer) {
        return switch (layer) {
            case LstmLayer lstm -> LSTM;
            case GruLayer gru -> GRU;
            case SimpleRnnLayer rnn -> RNN;
        };
    }

    int count() {
        return order.length;
    }

    /** Rows of gates, one gate after the other, in the order of ONNX. */
    float[] toOnnx(float[] ours) {
        float[] theirs = new float[ours.length];
        int block = ours.length / order.length;
        for (int gate = 0; gate < order.length; gate++) {
            System.arraycopy(ours, order[gate] * block, theirs, gate * block, block);
        }
        return theirs;
    }

    /** Rows of gates of ONNX in the order of PyTorch. */
    float[] fromOnnx(float[] theirs) {
        float[] ours = new float[theirs.length];
        int block = theirs.length / order.length;
        for (int gate = 0; gate < order.length; gate++) {
            System.arraycopy(theirs, gate * block, ours, order[gate] * block, block);
        }
        return ours;
    }
}
