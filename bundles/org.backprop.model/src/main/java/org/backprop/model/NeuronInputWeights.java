package org.backprop.model;

/**
 * Removes the neurons of dense layers whose incoming weights are least, with their biases; those of the last layer stay.
 *
 * @param p exponent of the norm
 */
@SpecType(
        key = "neuron_input_weights",
        doc = "Removes the neurons of dense layers whose incoming weights are least, with their biases.",
        formula = "s_j = (mean of |w_ji|^p over the inputs i)^(1 / p)",
        source = "torch.nn.utils.prune.ln_structured(dim=0), per input; He et al. 2014 (input weights norm)")
public record NeuronInputWeights(
        @SpecParameter(
                doc = "Exponent of the norm.",
                byDefault = "1",
                min = 0,
                minExclusive = true,
                max = 100,
                main = true)
        double p)
        implements PruningSpec {

    @Override
    public boolean removesUnits() {
        return true;
    }
}
