package org.backprop.model;

/**
 * L-BFGS on mini-batches. Consecutive batches share samples, and changes of the gradient are taken on those alone, so that
 * they are changes of one function. Berahas, Nocedal, Takac: "A multi-batch L-BFGS method for machine learning", 2016.
 *
 * @param learningRate step length along the direction
 * @param history number of changes that are remembered
 * @param overlap part of a batch that it shares with the next one
 */
@SpecType(
        key = "multi_batch_lbfgs",
        doc =
                "L-BFGS on mini-batches that overlap; changes of the gradient are taken on the samples that two batches share.",
        formula = "w = w - learning_rate V g; y = g_O(w_(t+1)) - g_O(w_t), O the samples shared with the next batch",
        source = "Berahas, Nocedal and Takac 2016 (arXiv:1605.06049)")
public record MultiBatchLbfgs(
        @SpecParameter(doc = "Step length along the direction.", byDefault = "0.1", min = 0, minExclusive = true)
        double learningRate,

        @SpecParameter(
                doc = "Number of changes that are remembered; each takes two numbers for each parameter.",
                byDefault = "10",
                min = 1,
                max = 1000,
                main = true)
        int history,

        @SpecParameter(
                doc = "Part of a batch that it shares with the next one.",
                byDefault = "0.25",
                min = 0,
                minExclusive = true,
                max = 0.5)
        double overlap)
        implements MinimizerSpec {

    @Override
    public boolean needsFullBatch() {
        return false;
    }
}
