package org.backprop.engine.kernels;

/** Loops of the optimizers over Java arrays. */
final class UpdateLoops {

    private UpdateLoops() {}

    /** See {@link Kernels#sgd}, without momentum. */
    static void sgd(SgdStep step, double learningRate, int length, float[] parameters, float[] gradient) {
        float rate = (float) learningRate;
        float decay = (float) step.weightDecay();
        for (int i = 0; i < length; i++) {
            parameters[i] -= rate * (gradient[i] + decay * parameters[i]);
        }
    }

    /** See {@link Kernels#sgd}, with momentum. */
    static void momentum(
            SgdStep step,
            double learningRate,
            boolean first,
            int length,
            float[] parameters,
            float[] velocity,
            float[] gradient) {
        float rate = (float) learningRate;
        float decay = (float) step.weightDecay();
        float keep = first ? 0f : (float) step.momentum();
        float take = first ? 1f : (float) (1 - step.dampening());
        float ahead = step.nesterov() ? (float) step.momentum() : 1f;
        float direct = step.nesterov() ? 1f : 0f;
        for (int i = 0; i < length; i++) {
            float decayed = gradient[i] + decay * parameters[i];
            float moved = keep * velocity[i] + take * decayed;
            velocity[i] = moved;
            parameters[i] -= rate * (direct * decayed + ahead * moved);
        }
    }

    /** See {@link Kernels#adam}. */
    static void adam(
            AdamStep step,
            double learningRate,
            long t,
            int length,
            float[] parameters,
            float[] mean,
            float[] variance,
            float[] gradient) {
        float decay = step.penalty();
        float kept = (float) step.kept(learningRate);
        float beta1 = (float) step.beta1();
        float beta2 = (float) step.beta2();
        float rest1 = (float) (1 - step.beta1());
        float rest2 = (float) (1 - step.beta2());
        float rate = (float) (learningRate / (1 - Math.pow(step.beta1(), t)));
        float correction = (float) (1 / Math.sqrt(1 - Math.pow(step.beta2(), t)));
        float epsilon = (float) step.epsilon();
        for (int i = 0; i < length; i++) {
            float g = gradient[i] + decay * parameters[i];
            float m = beta1 * mean[i] + rest1 * g;
            float v = beta2 * variance[i] + rest2 * g * g;
            mean[i] = m;
            variance[i] = v;
            parameters[i] = kept * parameters[i] - rate * m / ((float) Math.sqrt(v) * correction + epsilon);
        }
    }
}
