package org.backprop.engine.bench;

import org.backprop.engine.kernels.LstmShape;
import org.backprop.engine.kernels.View;

/** The matrix products that the calls of {@link org.backprop.engine.kernels.Kernels} cannot do without. */
final class MatrixProducts {
    private static final int GATES = 4;

    private MatrixProducts() {}

    /**
     * Multiplications and additions of the matrix products in a call; 0 for kernels without them.
     *
     * @param kernel name of the method
     * @param a its arguments
     */
    static double flops(String kernel, Object[] a) {
        return switch (kernel) {
            case "denseForward" -> dense(a[0], a[1]);
            case "denseBackward" -> dense(a[0], a[1]) * gradients(a[7]);
            case "conv2dForward" -> convolution(a[3], a[6]);
            case "conv2dBackward" -> convolution(a[3], a[4]) * gradients(a[9]);
            case "lstmForward" -> ofInput(a[0], a[1]) + ofState(a[0], a[1]);
            case "lstmBackward" -> ofInput(a[0], a[1]) * gradients(a[10]) + ofState(a[0], a[1]) * 2;
            default -> 0;
        };
    }

    /** Number of gradients: that of the weight, and that of the input unless nobody needs it. */
    private static int gradients(Object inputGradient) {
        return inputGradient == null ? 1 : 2;
    }

    private static double dense(Object x, Object weight) {
        return 2.0 * ((View) x).rows() * ((View) weight).length();
    }

    /** Each weight of a filter meets each element of the filter's output. */
    private static double convolution(Object weight, Object y) {
        return 2.0 * ((View) weight).columns() * ((View) y).length();
    }

    private static double ofInput(Object lstm, Object x) {
        LstmShape shape = (LstmShape) lstm;
        return 2.0 * GATES * shape.units() * ((View) x).length();
    }

    private static double ofState(Object lstm, Object x) {
        LstmShape shape = (LstmShape) lstm;
        return 2.0 * GATES * shape.units() * shape.units() * shape.steps() * ((View) x).rows();
    }
}
