package org.backprop.engine.kernels.reference;

import org.backprop.engine.kernels.AdamStep;
import org.backprop.engine.kernels.SgdStep;

/** Updates in double precision; see {@link org.backprop.engine.kernels.Kernels#sgd}. */
public final class ReferenceUpdates {

    private ReferenceUpdates() {}

    /** One SGD update; velocity may be null. */
    public static void sgd(
            SgdStep step, double learningRate, long t, double[] parameters, double[] gradient, double[] velocity) {
        for (int i = 0; i < parameters.length; i++) {
            double g = gradient[i] + step.weightDecay() * parameters[i];
            if (velocity != null) {
                velocity[i] = t == 1 ? g : step.momentum() * velocity[i] + (1 - step.dampening()) * g;
                g = step.nesterov() ? g + step.momentum() * velocity[i] : velocity[i];
            }
            parameters[i] -= learningRate * g;
        }
    }

    /** One Adam update. */
    public static void adam(
            AdamStep step,
            double learningRate,
            long t,
            double[] parameters,
            double[] gradient,
            double[] mean,
            double[] variance) {
        for (int i = 0; i < parameters.length; i++) {
            double g = gradient[i] + step.weightDecay() * parameters[i];
            mean[i] = step.beta1() * mean[i] + (1 - step.beta1()) * g;
            variance[i] = step.beta2() * variance[i] + (1 - step.beta2()) * g * g;
            double root = Math.sqrt(variance[i]) / Math.sqrt(1 - Math.pow(step.beta2(), t));
            parameters[i] -= learningRate / (1 - Math.pow(step.beta1(), t)) * mean[i] / (root + step.epsilon());
        }
    }
}
