package org.backprop.model;

/**
 * Removes the neurons of dense layers and the filters of convolutions whose activations are weak, with their biases; those of
 * the last layer stay. Hu et al.: "Network trimming", 2016.
 *
 * @param measure what is measured
 * @param samples samples that it is measured on
 */
@SpecType(
        key = "neuron_activation",
        doc = "Removes the neurons and filters whose activations are weak, with their biases.",
        formula = "s_j = mean of |y_j|, or share of y_j that are not 0, over samples and positions",
        source = "Hu et al. 2016 (arXiv:1607.03250); Molchanov et al. 2017, section 2.2")
public record NeuronActivation(
        @SpecParameter(doc = "What is measured of the activations.", byDefault = "magnitude", main = true)
        ActivationMeasure measure,

        @SpecParameter(
                doc = PruningSpec.SAMPLES,
                byDefault = "1024",
                min = 1,
                max = PruningSpec.MOST_SAMPLES,
                unit = "samples")
        int samples)
        implements PruningSpec {

    @Override
    public boolean removesUnits() {
        return true;
    }
}
