package org.backprop.engine.curvature;

import java.util.Arrays;
import java.util.Optional;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.View;
import org.backprop.engine.network.Plan;

/**
 * The diagonal of the Hessian of the loss with respect to the network's output, or to the argument of the last activation
 * where the loss is fused with that.
 */
final class OutputCurvature {

    private final TangentKernels kernels;
    private final Optional<Activation> last;
    private float[] tangents = new float[0];
    private float[] diagonal = new float[0];

    /** The curvature behind an activation that the loss is fused with, if it is. */
    OutputCurvature(TangentKernels kernels, Optional<Activation> last) {
        this.kernels = kernels;
        this.last = last;
    }

    /** Writes the diagonal in place of the gradient, by one derivative of it for each output of all samples. */
    void compute(Plan plan) {
        TangentView output = TangentView.of(plan.output());
        View result = plan.outputGradient();
        int length = output.length();
        if (tangents.length < length) {
            tangents = new float[length];
            diagonal = new float[length];
        }
        for (int unit = 0; unit < output.columns(); unit++) {
            Arrays.fill(tangents, 0, length, 0);
            for (int i = unit; i < length; i += output.columns()) {
                tangents[i] = 1;
            }
            write(tangents, output.tangent());
            last.ifPresent(activation -> kernels.tangentOf(activation, output));
            plan.differentiateLoss();
            View change = TangentView.tangent(result);
            change.buffer().read(change.offset(), tangents, 0, length);
            for (int i = unit; i < length; i += output.columns()) {
                diagonal[i] = tangents[i];
            }
        }
        write(diagonal, TangentView.value(result));
    }

    private static void write(float[] values, View to) {
        to.buffer().write(to.offset(), values, 0, to.length());
    }
}
