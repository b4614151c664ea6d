package org.backprop.engine.kernels;

import org.backprop.engine.kernels.formula.Program;
import org.backprop.model.Window;

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

    /** Whether the optimizers' updates take the norms on their way, so that taking them at every step costs little. */
    boolean fusesNorms();

    /** Allocates {@code length} (at least 1) zeros. */
    Buffer allocate(long length);

    /** {@code x = value} in all elements. */
    void fill(View x, float value);

    /** {@code to = from}; same number of elements. */
    void copy(View from, View to);

    /**
     * Assembles a batch: row i of {@code to} becomes row {@code rows[first + i]} of {@code source}.
     *
     * @param source row-major, rows of as many elements as {@code to} has columns
     * @param rows numbers of rows, or null for row {@code first + i} itself
     * @param to result {@code [n, m]}
     */
    void gather(float[] source, int[] rows, int first, View to);

    /** Moves elements to other places, or adds them up; see {@link Rearrangement}. The views do not overlap. */
    void rearrange(Rearrangement rearrangement, View from, View to);

    /** {@code y = y + alpha * x}; same number of elements. x may be y. */
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
     * Two-dimensional convolution (cross-correlation, as in PyTorch), fused: {@code y = activation(conv(x, W) + b)}.
     *
     * @param window geometry; the image is {@code h x w}, the result {@code h' x w'}
     * @param groups number of groups that the channels are divided into; divides both numbers of channels
     * @param x input {@code [n, C * h * w]}
     * @param weight W {@code [out, C / groups * kernel height * kernel width]}
     * @param bias b {@code [1, out]}, or null for none
     * @param activation any but softmax and log-softmax
     * @param y result {@code [n, out * h' * w']}
     */
    void conv2dForward(Window window, int groups, View x, View weight, View bias, Activation activation, View y);

    /**
     * Gradient of {@link #conv2dForward}, fused.
     *
     * @param y the result of the forward call
     * @param dy gradient with respect to y; overwritten
     * @param weightGradient result, shaped as weight
     * @param biasGradient result {@code [1, out]}, or null if there is no bias
     * @param dx result, shaped as x, or null if nobody needs it
     */
    void conv2dBackward(
            Window window,
            int groups,
            View x,
            View weight,
            View y,
            Activation activation,
            View dy,
            View weightGradient,
            View biasGradient,
            View dx);

    /**
     * Greatest element of each window; padding never wins. NaN wins over all.
     *
     * @param x input {@code [n, C * h * w]}
     * @param y result {@code [n, C * h' * w']}
     */
    void maxPoolForward(Window window, View x, View y);

    /**
     * Gradient of {@link #maxPoolForward}: that of y goes to the first element of its window, in the order of rows, that
     * equals y.
     *
     * @param y the result of the forward call
     * @param dx result, shaped as x
     */
    void maxPoolBackward(Window window, View x, View y, View dy, View dx);

    /** Mean of each window, in which padding counts as zeros; shapes as {@link #maxPoolForward}. */
    void averagePoolForward(Window window, View x, View y);

    /** Gradient of {@link #averagePoolForward}; dx is the result. */
    void averagePoolBackward(Window window, View dy, View dx);

    /**
     * Batch normalization while training, fused: {@code y = activation(gamma (x - mean) / sqrt(variance + epsilon) +
     * beta)} with mean and (biased) variance of each channel over batch and positions. Ioffe and Szegedy 2015; running
     * statistics as in PyTorch, the variance unbiased (biased where a channel has one element).
     *
     * @param x input {@code [n, m]}, rows of {@code [C, m / C]}
     * @param gamma {@code [1, C]}, or null for 1
     * @param beta {@code [1, C]}, or null for 0
     * @param runningMean {@code [1, C]}, moved towards the batch's mean
     * @param runningVariance {@code [1, C]}, moved towards the batch's variance
     * @param saved result for the backward call {@code [2, C]}: mean and {@code 1 / sqrt(variance + epsilon)}
     * @param activation any but softmax and log-softmax
     * @param y result {@code [n, m]}
     */
    void batchNormForward(
            BatchNormStep step,
            View x,
            View gamma,
            View beta,
            View runningMean,
            View runningVariance,
            View saved,
            Activation activation,
            View y);

    /** Batch normalization by the running statistics, while predicting; arguments as in {@link #batchNormForward}. */
    void batchNormInference(
            BatchNormStep step,
            View x,
            View gamma,
            View beta,
            View runningMean,
            View runningVariance,
            Activation activation,
            View y);

    /**
     * Gradient of {@link #batchNormForward}.
     *
     * @param y the result of the forward call
     * @param dy gradient with respect to y; overwritten
     * @param gammaGradient result {@code [1, C]}, or null if there is no gamma
     * @param betaGradient result {@code [1, C]}, or null if there is no beta
     * @param dx result {@code [n, m]}, or null if nobody needs it
     */
    void batchNormBackward(
            BatchNormStep step,
            View x,
            View gamma,
            View saved,
            View y,
            Activation activation,
            View dy,
            View gammaGradient,
            View betaGradient,
            View dx);

    /**
     * Normalization of groups, fused: {@code y = gamma_f (x - mean) / sqrt(variance + epsilon) + beta_f} with mean and
     * (biased) variance of each run of a sample. Layer normalization, Ba et al. 2016; group normalization, Wu and He 2018.
     *
     * @param x input {@code [n, m]}
     * @param gamma {@code [1, features]}, or null for 1
     * @param beta {@code [1, features]}, or null with gamma for 0
     * @param saved result for the backward call {@code [2, n groups]}: mean and {@code 1 / sqrt(variance + epsilon)}
     * @param y result {@code [n, m]}
     */
    void groupNormForward(GroupNormStep step, View x, View gamma, View beta, View saved, View y);

    /**
     * Gradient of {@link #groupNormForward}.
     *
     * @param dy gradient with respect to y; not changed
     * @param gammaGradient result {@code [1, features]}, or null if there is no gamma
     * @param betaGradient result {@code [1, features]}, or null if there is no beta
     * @param dx result {@code [n, m]}, or null if nobody needs it
     */
    void groupNormBackward(
            GroupNormStep step,
            View x,
            View gamma,
            View saved,
            View dy,
            View gammaGradient,
            View betaGradient,
            View dx);

    /** {@code y = activation(a + b)}, any activation but softmax and log-softmax; all of one shape. y may be a or b. */
    void add(View a, View b, Activation activation, View y);

    /**
     * Long short-term memory from a state of zeros (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al.
     * 2000), as {@code torch.nn.LSTM}: {@code i, f, g, o = x_t Wi^T + bi + h_{t-1} Wh^T + bh}; {@code c_t = sigmoid(f)
     * c_{t-1} + sigmoid(i) tanh(g)}; {@code h_t = sigmoid(o) tanh(c_t)}.
     *
     * @param x input {@code [n, T * F]}
     * @param inputWeight Wi {@code [4 H, F]}, the gates in the order i, f, g, o
     * @param stateWeight Wh {@code [4 H, H]}
     * @param inputBias bi {@code [1, 4 H]}, or null for none
     * @param stateBias bh {@code [1, 4 H]}, or null for none
     * @param workspace {@code [n, shape.workspace()]}, to be kept for the backward call; what it holds is up to the kernels
     * @param y result: h of all steps {@code [n, T * H]}, or of the last {@code [n, H]}
     */
    void lstmForward(
            LstmShape shape,
            View x,
            View inputWeight,
            View stateWeight,
            View inputBias,
            View stateBias,
            View workspace,
            View y);

    /**
     * Gradient of {@link #lstmForward}, through all steps.
     *
     * @param workspace from the forward call; overwritten
     * @param dy gradient with respect to y
     * @param biasGradient result {@code [1, 4 H]}, the gradient of each of the two biases, or null if there are none
     * @param dx result, shaped as x, or null if nobody needs it
     */
    void lstmBackward(
            LstmShape shape,
            View x,
            View inputWeight,
            View stateWeight,
            View workspace,
            View y,
            View dy,
            View inputWeightGradient,
            View stateWeightGradient,
            View biasGradient,
            View dx);

    /**
     * Inverted dropout: {@code y[i] = x[i] / (1 - rate)} where the {@link DropoutMask} of seed, stream and rate keeps
     * {@code first + i}, else 0. The gradient is the same call on the gradients. Same number of elements; y may be x.
     *
     * @param first number of the first element in the mask, a multiple of 4: 0 but where a batch is computed in parts
     * @param rate probability of dropping an element, in [0, 1)
     * @return number of elements kept
     */
    int dropout(long seed, long stream, long first, float rate, View x, View y);

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

    /** Number of rows whose greatest score (the first, if several) is at the row's label; scores {@code [n, classes]}. */
    int correct(View scores, View labels);

    /**
     * One SGD update of all parameters, fused, as {@code torch.optim.SGD}: {@code g += weight_decay * w}; with momentum
     * {@code v = step == 1 ? g : momentum * v + (1 - dampening) * g}, then {@code g = nesterov ? g + momentum * v : v};
     * {@code w -= learning_rate * g}. All views hold the same number of elements.
     *
     * @param learningRate the rate of this update, which a schedule may change from step to step
     * @param step number of this update, counted from 1
     * @param gradient unspecified afterwards
     * @param velocity v, or null if momentum is 0
     * @param norms filled on the way, or null
     */
    void sgd(
            SgdStep coefficients,
            double learningRate,
            long step,
            View parameters,
            View gradient,
            View velocity,
            UpdateNorms norms);

    /**
     * One Adam update of all parameters, fused, as {@code torch.optim.Adam} (Kingma and Ba 2015, with L2 weight decay
     * added to the gradient) or {@code AdamW}: {@code m = b1 m + (1 - b1) g}, {@code v = b2 v + (1 - b2) g^2}, {@code w -= learning_rate /
     * (1 - b1^t) * m / (sqrt(v) / sqrt(1 - b2^t) + epsilon)}. All views hold the same number of elements.
     *
     * @param learningRate the rate of this update
     * @param step t, the number of this update, counted from 1
     * @param gradient unspecified afterwards
     * @param norms filled on the way, or null
     */
    void adam(
            AdamStep coefficients,
            double learningRate,
            long step,
            View parameters,
            View gradient,
            View mean,
            View variance,
            UpdateNorms norms);

    /**
     * Evaluates a formula for each element of some views. What one element of the results is depends on the same element
     * of the operands alone.
     *
     * @param scalars the formula's scalars, in the order in which it named them
     * @param operands the formula's operands, in that order; all have the same number of elements and those that the
     *     formula sets do not overlap others
     * @param norms filled on the way, or null; then operand 0 is the vector of parameters, which the formula sets, and
     *     operand 1 the gradient, which it does not set
     * @return the sum that the formula asks for, 0 if it asks for none
     */
    double evaluate(Program program, float[] scalars, View[] operands, UpdateNorms norms);

    /** Sum of the squares of all elements; infinite or NaN if an element is, or if the sum overflows float32. */
    double squaredNorm(View x);

    /**
     * Counts the elements by the {@link MagnitudeBins} that they fall into, for a histogram.
     *
     * @param counts result, {@link MagnitudeBins#COUNT} numbers
     */
    void countMagnitudes(View x, int[] counts);
}
