package org.backprop.model;

/**
 * Keeps the model before each restart of a schedule with restarts and evaluates the mean of their predictions, of
 * probabilities where the network classifies. Huang et al.: "Snapshot ensembles: train 1, get M for free", ICLR 2017.
 *
 * @param most greatest number of models; of more, the last ones are kept
 */
@SpecType(
        key = "snapshot_ensemble",
        doc = "Keeps the model before each restart of cosine_restarts and evaluates the mean of their predictions.",
        formula = "p(x) = mean of p_i(x) over the models i at the ends of the last cycles",
        source = "arXiv:1704.00109")
public record SnapshotEnsemble(
        @SpecParameter(
                doc = "Greatest number of models; of more, the last ones are kept.",
                byDefault = "5",
                min = 1,
                max = 1000,
                unit = "models")
        int most) {}
