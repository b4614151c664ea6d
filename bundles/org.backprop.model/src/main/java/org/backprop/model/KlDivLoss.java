package org.backprop.model;

/**
 * Kullback-Leibler divergence of the target's distribution from the output's; the network's output must be
 * log-probabilities. A class is the distribution that is certain of it.
 *
 * @param reduction how the divergences become one number
 */
@SpecType(
        key = "kl_div",
        doc = "Kullback-Leibler divergence of target and output. Expects log-probabilities: end with log_softmax.",
        formula = "L = mean target (log target - y), over all elements (mean) or summed over the outputs (batch_mean)",
        source = "torch.nn.KLDivLoss; Kullback and Leibler 1951")
public record KlDivLoss(
        @SpecParameter(
                doc =
                        "Over samples and outputs (mean), or the sum over the outputs, mean over the samples (batch_mean).",
                byDefault = "mean",
                main = true)
        KlDivReduction reduction)
        implements LossSpec {

    @Override
    public boolean classifies() {
        return true;
    }
}
