package org.backprop.engine.kernels;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.kernels.contract.Call;
import org.backprop.engine.kernels.contract.KernelContract;
import org.backprop.engine.kernels.contract.Operands;
import org.backprop.engine.kernels.reference.ReferenceLstm;

/** The long short-term memory from one step to many, for sizes around those of tiles and vectors. */
class LstmKernelsTest extends KernelContract {

    private static final int[] SIZES = {1, 3, 7, 15, 16, 17, 31, 33, 64, 100, 129};
    private static final int[] STEPS = {1, 2, 5};

    private final List<Call> calls = new ArrayList<>();

    @Override
    protected List<Call> list() {
        for (int i = 0; i < SIZES.length; i++) {
            int size = SIZES[i];
            add(1 + i % 4, STEPS[i % STEPS.length], 5, size);
            add(3, STEPS[(i + 1) % STEPS.length], size, 6);
            add(size, 2, 4, 9);
        }
        add(33, 3, 31, 64);
        add(17, 4, 100, 33);
        add(5, 3, 16, 129);
        add(2, 200, 3, 8);
        add(16, 28, 28, 32);
        return calls;
    }

    private void add(int n, int steps, int inputs, int units) {
        int turn = calls.size() / 2;
        boolean bias = turn % 5 != 4;
        ReferenceLstm lstm = new ReferenceLstm(new LstmShape(steps, inputs, units, turn % 2 == 0), n);
        calls.add(forward(lstm, bias, bias && turn % 5 != 2));
        calls.add(backward(lstm, bias, turn % 3 != 2));
    }

    private static Operands operands(ReferenceLstm lstm, boolean inputBias, boolean stateBias) {
        LstmShape shape = lstm.shape();
        int gates = 4 * shape.units();
        return new Operands()
                .input("x", lstm.n(), lstm.inputColumns())
                .input("bi", inputBias, 1, gates)
                .input("bh", stateBias, 1, gates)
                .weights("wi", gates, shape.inputs())
                .weights("wh", gates, shape.units())
                .spoilt("workspace", lstm.n(), shape.workspace())
                .result("y", lstm.n(), lstm.resultColumns());
    }

    private static Call forward(ReferenceLstm lstm, boolean inputBias, boolean stateBias) {
        return operands(lstm, inputBias, stateBias)
                .call(
                        "forward of " + lstm,
                        (kernels, on) -> kernels.lstmForward(
                                lstm.shape(),
                                on.get("x"),
                                on.get("wi"),
                                on.get("wh"),
                                on.get("bi"),
                                on.get("bh"),
                                on.get("workspace"),
                                on.get("y")),
                        on -> lstm.forward(
                                on.get("x"), on.get("wi"), on.get("wh"), on.get("bi"), on.get("bh"), on.get("y")));
    }

    /** With the forward call, because only it knows what the workspace holds. */
    private static Call backward(ReferenceLstm lstm, boolean bias, boolean input) {
        return operands(lstm, bias, bias)
                .input("dy", lstm.n(), lstm.resultColumns())
                .resultLike("dwi", "wi")
                .resultLike("dwh", "wh")
                .resultLike("db", "bi")
                .result("dx", input, lstm.n(), lstm.inputColumns())
                .call(
                        "backward of " + lstm,
                        (kernels, on) -> {
                            kernels.lstmForward(
                                    lstm.shape(),
                                    on.get("x"),
                                    on.get("wi"),
                                    on.get("wh"),
                                    on.get("bi"),
                                    on.get("bh"),
                                    on.get("workspace"),
                                    on.get("y"));
                            kernels.lstmBackward(
                                    lstm.shape(),
                                    on.get("x"),
                                    on.get("wi"),
                                    on.get("wh"),
                                    on.get("workspace"),
                                    on.get("y"),
                                    on.get("dy"),
                                    on.get("dwi"),
                                    on.get("dwh"),
                                    on.get("db"),
                                    on.get("dx"));
                        },
                        on -> lstm.forwardAndBackward(
                                on.get("x"),
                                on.get("wi"),
                                on.get("wh"),
                                on.get("bi"),
                                on.get("bh"),
                                on.get("y"),
                                on.get("dy"),
                                on.get("dwi"),
                                on.get("dwh"),
                                on.get("db"),
                                on.get("dx")));
    }
}
