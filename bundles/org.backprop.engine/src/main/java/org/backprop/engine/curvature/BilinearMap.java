package org.backprop.engine.curvature;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.model.Window;

/** A product of inputs and weights with its gradients, without an activation. */
interface BilinearMap {

    /** {@code y = x W + b}; b may be null. */
    void forward(View x, View weight, View bias, View y);

    /** The gradients for that of y, which stays as it is; those of bias and x may be null. */
    void backward(View x, View weight, View dy, View weightGradient, View biasGradient, View dx);

    /** That of a dense layer. */
    record Dense(Kernels kernels) implements BilinearMap {

        @Override
        public void forward(View x, View weight, View bias, View y) {
            kernels.denseForward(x, weight, bias, Activation.LINEAR, y);
        }

        @Override
        public void backward(View x, View weight, View dy, View weightGradient, View biasGradient, View dx) {
            kernels.denseBackward(x, weight, dy, Activation.LINEAR, dy, weightGradient, biasGradient, dx);
        }
    }

    /** That of a convolution, whose geometry is set before each use. */
    final class Convolution implements BilinearMap {

        private final Kernels kernels;
        private Window window;
        private int groups;

        Convolution(Kernels kernels) {
            this.kernels = kernels;
        }

        Convolution of(Window window, int groups) {
            this.window = window;
            this.groups = groups;
            return this;
        }

        @Override
        public void forward(View x, View weight, View bias, View y) {
            kernels.conv2dForward(window, groups, x, weight, bias, Activation.LINEAR, y);
        }

        @Override
        public void backward(View x, View weight, View dy, View weightGradient, View biasGradient, View dx) {
            kernels.conv2dBackward(
                    window, groups, x, weight, dy, Activation.LINEAR, dy, weightGradient, biasGradient, dx);
        }
    }
}
