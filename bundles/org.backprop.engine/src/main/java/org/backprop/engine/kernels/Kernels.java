package org.backprop.engine.kernels;

import org.backprop.model.Activation;

/**
 * The narrow waist between the engine and the hardware: everything the engine computes over float32 buffers.
 *
 * <p>All arguments are row-major {@link View}s that this implementation allocated. {@code n} is the batch size. Kernels
 * write only to the views that are named as results; results must not overlap other arguments unless said. Shapes are
 * the caller's duty: a mismatch gives undefined values or an exception. The same calls on the same data give the same
 * bits on the same machine with the same number of threads. An instance is used by one thread at a time.
 */
public interface Kernels {

    /** Short name of this implementation for people and for run.json, for example {@code "nd4j"}. */
    String name();

    /** What computes, for people and for run.json: device, BLAS library, threads. */
    String device();

    /** Threads that compute, at least 1. */
    int threads();

    /** Allocates {@code length} (at least 1) zeros. */
    Buffer allocate(long length);

    /** {@code x = value} in all elements. */
    void fill(View x, float value);

    /** {@code to = from}; same number of elements. */
    void copy(View from, View to);

    /** {@code y = y + alpha * x}; same number of elements. */
    void addScaled(float alpha, View x, View y);

    /**
     * Dense layer, fused: {@code y = activation(x W^T + b)}.
     *
     * @param x input {@code [n, in]}
     * @param weight W {@code [out, in]}
     * @param bias b {@code [1, out]}, or null for none
     * @param y result {@code [n, out]}
     */
    void denseForward(View x, View weight, View bias, Activation activation, View y);

    /**
     * Gradient of {@link #denseForward}, fused: {@code dz = dy * activation'(z)}, {@code dW = dz^T x}, {@code db = sum of
     * the rows of dz}, {@code dx = dz W}.
     *
     * @param y the result of the forward call {@code [n, out]}
     * @param dy gradient with respect to y {@code [n, out]}; overwritten with dz
     * @param weightGradient result {@code [out, in]}
     * @param biasGradient result {@code [1, out]}, or null if there is no bias
     * @param dx result {@code [n, in]}, or null if nobody needs it
     */
    void denseBackward(
            View x,
            View weight,
            View y,
            Activation activation,
            View dy,
            View weightGradient,
            View biasGradient,
            View dx);

    /** {@code y = activation(x)}, both {@code [n, m]}; softmax and log-softmax along each row. y may be x. */
    void activationForward(Activation activation, View x, View y);

    /** {@code dx = dy * activation'(x)}, computed from y, the forward result; all {@code [n, m]}. dx may be dy. */
    void activationBackward(Activation activation, View y, View dy, View dx);

    /**
     * Inverted dropout: {@code y[i] = x[i] / (1 - rate)} where the {@link DropoutMask} of seed, stream and rate keeps i,
     * else 0. The gradient is the same call on the gradients. Same number of elements; y may be x.
     *
     * @param rate probability of dropping an element, in [0, 1)
     */
    void dropout(long seed, long stream, float rate, View x, View y);

    /**
     * Negative log likelihood of log-probabilities, mean over the batch: {@code -1/n sum_i logp[i, label_i]}.
     *
     * @param logProbabilities {@code [n, classes]}
     * @param labels class indices as float {@code [n, 1]}
     */
    double nll(View logProbabilities, View labels);

    /** Gradient of {@link #nll} with respect to the log-probabilities: {@code -1/n} at the labels, else 0. */
    void nllGradient(View logProbabilities, View labels, View gradient);

    /**
     * Gradient of {@code nll(log_softmax(z), labels)} with respect to z, fused: {@code (exp(logp) - onehot) / n}.
     *
     * @param logProbabilities {@code log_softmax(z)} {@code [n, classes]}
     * @param gradient result {@code [n, classes]}
     */
    void logSoftmaxNllGradient(View logProbabilities, View labels, View gradient);

    /**
     * Cross entropy of logits, mean over the batch, fused: {@code nll(log_softmax(z), labels)}.
     *
     * @param logits z {@code [n, classes]}
     * @param labels class indices as float {@code [n, 1]}
     */
    double crossEntropy(View logits, View labels);

    /** Gradient of {@link #crossEntropy} with respect to the logits, fused: {@code (softmax(z) - onehot) / n}. */
    void crossEntropyGradient(View logits, View labels, View gradient);

    /** Mean squared error over all elements of both {@code [n, m]}: {@code mean((y - t)^2)}. */
    double squaredError(View y, View targets);

    /** Gradient of {@link #squaredError} with respect to y: {@code 2 (y - t) / (n m)}. */
    void squaredErrorGradient(View y, View targets, View gradient);

    /** Number of rows whose greatest score (the first, if several) is at the row's label; scores {@code [n, classes]}. */
    int correct(View scores, View labels);

    /**
     * One SGD update of all parameters, fused, as {@code torch.optim.SGD}: {@code g += weight_decay * w}; with momentum
     * {@code v = step == 1 ? g : momentum * v + (1 - dampening) * g}, then {@code g = nesterov ? g + momentum * v : v};
     * {@code w -= learning_rate * g}. All views hold the same number of elements.
     *
     * @param step number of this update, counted from 1
     * @param gradient unspecified afterwards
     * @param velocity v, or null if momentum is 0
     * @param norms filled on the way, or null
     */
    void sgd(SgdStep coefficients, long step, View parameters, View gradient, View velocity, UpdateNorms norms);

    /**
     * One Adam update of all parameters, fused, as {@code torch.optim.Adam} (Kingma and Ba 2015, with L2 weight decay
     * added to the gradient): {@code m = b1 m + (1 - b1) g}, {@code v = b2 v + (1 - b2) g^2}, {@code w -= learning_rate /
     * (1 - b1^t) * m / (sqrt(v) / sqrt(1 - b2^t) + epsilon)}. All views hold the same number of elements.
     *
     * @param step t, the number of this update, counted from 1
     * @param gradient unspecified afterwards
     * @param norms filled on the way, or null
     */
    void adam(
            AdamStep coefficients,
            long step,
            View parameters,
            View gradient,
            View mean,
            View variance,
            UpdateNorms norms);

    /** Sum of the squares of all elements; infinite or NaN if an element is, or if the sum overflows float32. */
    double squaredNorm(View x);

    /** Whether no element is NaN or infinite. */
    boolean isFinite(View x);
}
