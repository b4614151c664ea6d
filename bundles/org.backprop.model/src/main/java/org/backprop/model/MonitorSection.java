package org.backprop.model;

import java.util.Optional;

/**
 * The {@code monitor} section: how often a training records what costs time or space. Losses and how much dropout keeps
 * are recorded at each step.
 *
 * @param normsEvery steps between two records of norms, learning rate and clipping, 0 for never; absent for as often as costs nothing
 * @param histogramsEvery steps between two histograms of weights and gradients, 0 for never
 * @param activationsEvery steps between two records of the activations of each layer, 0 for never
 * @param masksEvery steps between two records of the masks of dropout, 0 for never
 * @param saliencyEvery steps between two histograms of what pruning would remove first, 0 for never
 * @param maskSamples samples of the batch whose masks are recorded
 */
@SpecType(key = "monitor", doc = "How often a training records what costs time or space.")
public record MonitorSection(
        @SpecParameter(
                doc =
                        "Steps between two records of norms, learning rate and clipping. Default: 1, or 10 with --kernels nd4j.",
                byDefault = "",
                min = 1,
                max = LONGEST,
                unit = "steps",
                zeroWord = "never")
        Optional<Integer> normsEvery,

        @SpecParameter(
                doc = "Steps between two histograms of weights and gradients.",
                byDefault = "100",
                min = 1,
                max = LONGEST,
                unit = "steps",
                zeroWord = "never")
        int histogramsEvery,

        @SpecParameter(
                doc = "Steps between two records of the activations of each layer: mean, spread, dead and saturated.",
                byDefault = "100",
                min = 1,
                max = LONGEST,
                unit = "steps",
                zeroWord = "never")
        int activationsEvery,

        @SpecParameter(
                doc = "Steps between two records of the masks of dropout and stochastic depth.",
                byDefault = "10",
                min = 1,
                max = LONGEST,
                unit = "steps",
                zeroWord = "never")
        int masksEvery,

        @SpecParameter(
                doc = "Steps between two histograms of the saliency of the weights, where the training prunes.",
                byDefault = "100",
                min = 1,
                max = LONGEST,
                unit = "steps",
                zeroWord = "never")
        int saliencyEvery,

        @SpecParameter(
                doc = "Samples of the batch whose masks are recorded, counted from its first.",
                byDefault = "4",
                min = 1,
                max = 1024,
                unit = "samples")
        int maskSamples) {

    /** The greatest number of steps between two records. */
    public static final int LONGEST = 1_000_000_000;

    /** What holds for a model without the section. */
    public static final MonitorSection DEFAULT = new MonitorSection(Optional.empty(), 100, 100, 10, 100, 4);
}
