package org.backprop.engine.kernels;

/** Applies activations to Java arrays; the results replace the operands. */
final class Activator {

    private final SigmoidLoop sigmoid = new SigmoidLoop();

    /** {@code y = activation(y)} for the first {@code rows * columns} elements, softmax and log-softmax by rows. */
    void forward(Activation activation, int rows, int columns, float[] y) {
        switch (activation) {
            case RELU -> ActivationLoops.relu(rows * columns, y);
            case SIGMOID -> sigmoid.run(0, rows * columns, y);
            case TANH -> ActivationLoops.tanh(0, rows * columns, y);
            case SOFTMAX -> ActivationLoops.softmax(rows, columns, y);
            case LOG_SOFTMAX -> ActivationLoops.logSoftmax(rows, columns, y);
            case LINEAR -> {}
        }
    }

    /** {@code dy = dy * activation'}, computed from y, the forward result. */
    static void backward(Activation activation, int rows, int columns, float[] dy, float[] y) {
        switch (activation) {
            case RELU -> ActivationLoops.reluGradient(rows * columns, dy, y);
            case SIGMOID -> ActivationLoops.sigmoidGradient(rows * columns, dy, y);
            case TANH -> ActivationLoops.tanhGradient(rows * columns, dy, y);
            case SOFTMAX -> ActivationLoops.softmaxGradient(rows, columns, dy, y);
            case LOG_SOFTMAX -> ActivationLoops.logSoftmaxGradient(rows, columns, dy, y);
            case LINEAR -> {}
        }
    }
}
