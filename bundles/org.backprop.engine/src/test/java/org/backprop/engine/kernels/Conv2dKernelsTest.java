package org.backprop.engine.kernels;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.kernels.contract.Call;
import org.backprop.engine.kernels.contract.KernelContract;
import org.backprop.engine.kernels.contract.Operands;
import org.backprop.engine.kernels.contract.Windows;
import org.backprop.engine.kernels.reference.ReferenceConv2d;
import org.backprop.model.Window;

/** The convolution for all kinds of windows, and for channels around the sizes of tiles and vectors. */
class Conv2dKernelsTest extends KernelContract {

    private static final Activation[] ACTIVATIONS = {
        Activation.RELU, Activation.LINEAR, Activation.TANH, Activation.SIGMOID
    };
    private static final int[] CHANNELS = {1, 3, 7, 15, 16, 17, 31, 33, 64, 100, 129};

    private final List<Call> calls = new ArrayList<>();

    @Override
    protected List<Call> list() {
        addWindows();
        addChannels();
        addGroups();
        addUsualLayers();
        return calls;
    }

    private void addWindows() {
        for (Window window : Windows.all()) {
            add(window, 3, 2, 5, 1);
            add(window, 2, 17, 3, 1);
        }
    }

    private void addChannels() {
        for (int i = 0; i < CHANNELS.length; i++) {
            add(Windows.padded(4, 5, 3, 1), 1 + i % 3, CHANNELS[i], 5 + i, 1);
            add(Windows.padded(5, 3, 3, 1), 2, 3 + i, CHANNELS[i], 1);
            add(Windows.padded(4, 7, 1, 0), 2, CHANNELS[(7 * i + 3) % CHANNELS.length], CHANNELS[i], 1);
        }
    }

    private void addGroups() {
        add(Windows.padded(6, 5, 3, 1), 2, 4, 6, 2);
        add(Windows.padded(7, 9, 3, 1), 3, 16, 16, 16);
        add(Windows.padded(9, 7, 5, 2), 2, 17, 34, 17);
        add(Windows.padded(5, 5, 1, 0), 2, 48, 32, 16);
        add(Windows.padded(8, 8, 3, 0), 1, 3, 33, 3);
    }

    private void addUsualLayers() {
        add(Windows.padded(28, 28, 5, 2), 5, 1, 6, 1);
        add(Windows.padded(14, 14, 5, 2), 5, 6, 16, 1);
        add(Windows.padded(32, 32, 3, 1), 2, 3, 16, 1);
        add(Windows.padded(8, 8, 3, 1), 17, 16, 32, 1);
    }

    /** Adds forward and backward calls; the activation, and what of bias and dx is null, change from call to call. */
    private void add(Window window, int n, int in, int out, int groups) {
        int turn = calls.size() / 2;
        Activation activation = ACTIVATIONS[turn % ACTIVATIONS.length];
        ReferenceConv2d convolution = new ReferenceConv2d(window, n, in, out, groups, activation);
        calls.add(forward(convolution, turn % 5 != 0));
        calls.add(backward(convolution, turn % 5 != 0, turn % 6 != 0));
    }

    private static Operands operands(ReferenceConv2d convolution, boolean bias) {
        Window window = convolution.window();
        int elements = window.kernel().height() * window.kernel().width();
        return new Operands()
                .input("x", convolution.n(), convolution.in() * window.height() * window.width())
                .weights("weight", convolution.out(), convolution.in() / convolution.groups() * elements)
                .input("bias", bias, 1, convolution.out());
    }

    private static Call forward(ReferenceConv2d convolution, boolean bias) {
        return operands(convolution, bias)
                .result("y", convolution.n(), convolution.resultColumns())
                .call(
                        "forward of " + convolution,
                        (kernels, on) -> kernels.conv2dForward(
                                convolution.window(),
                                convolution.groups(),
                                on.get("x"),
                                on.get("weight"),
                                on.get("bias"),
                                convolution.activation(),
                                on.get("y")),
                        on -> convolution.forward(on.get("x"), on.get("weight"), on.get("bias"), on.get("y")));
    }

    private static Call backward(ReferenceConv2d convolution, boolean bias, boolean input) {
        Operands operands = operands(convolution, bias);
        double[] y = new double[convolution.n() * convolution.resultColumns()];
        convolution.forward(operands.get("x"), operands.get("weight"), operands.get("bias"), y);
        return operands.input("y", convolution.resultColumns(), y)
                .spoilt("dy", convolution.n(), convolution.resultColumns())
                .resultLike("dw", "weight")
                .resultLike("db", "bias")
                .result("dx", input, convolution.n(), operands.get("x").length / convolution.n())
                .call(
                        "backward of " + convolution,
                        (kernels, on) -> kernels.conv2dBackward(
                                convolution.window(),
                                convolution.groups(),
                                on.get("x"),
                                on.get("weight"),
                                on.get("y"),
                                convolution.activation(),
                                on.get("dy"),
                                on.get("dw"),
                                on.get("db"),
                                on.get("dx")),
                        on -> convolution.backward(
                                on.get("x"),
                                on.get("weight"),
                                on.get("y"),
                                on.get("dy"),
                                on.get("dw"),
                                on.get("db"),
                                on.get("dx")));
    }
}
