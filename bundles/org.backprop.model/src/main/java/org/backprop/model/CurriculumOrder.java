package org.backprop.model;

import java.util.Optional;

/**
 * Easy samples first: an epoch takes only the easiest ones, each as often as the others to within one, and their share
 * grows.
 *
 * @param by what says how difficult a sample is
 * @param run weights of an earlier run of the same network, for {@code run}: its folder, or a safetensors file
 * @param pacing how the share grows
 * @param start share of the samples in the first epoch
 * @param epochs epochs after which all samples are taken
 */
@SpecType(
        key = "curriculum",
        doc = "The easiest samples first, in random order; their share grows until all are taken.",
        formula = "share = start + (1 - start) epoch / epochs, or as pacing says",
        source = "Bengio et al. 2009; Hacohen and Weinshall 2019 (arXiv:1904.03626)")
public record CurriculumOrder(
        @SpecParameter(doc = "What says how difficult a sample is.", byDefault = "loss", main = true)
        SampleDifficulty by,

        @SpecParameter(
                doc = "The folder of an earlier run, or a safetensors file, relative to the folder of the model file.",
                byDefault = "")
        Optional<String> run,

        @SpecParameter(doc = "How the share of the samples grows.", byDefault = "linear")
        Pacing pacing,

        @SpecParameter(
                doc = "Share of the samples in the first epoch.",
                byDefault = "0.2",
                min = 0,
                minExclusive = true,
                max = 1)
        double start,

        @SpecParameter(
                doc = "Epochs after which all samples are taken.",
                byDefault = "5",
                min = 1,
                max = 1_000_000,
                unit = "epochs")
        int epochs)
        implements OrderSpec, SelfChecking {

    @Override
    public Optional<Inconsistency> inconsistency() {
        if (by == SampleDifficulty.RUN && run.isEmpty()) {
            return Optional.of(new Inconsistency("run", "is missing: give the folder of the run"));
        }
        return by != SampleDifficulty.RUN && run.isPresent()
                ? Optional.of(new Inconsistency("run", "is for by: run only: remove it, or set by: run"))
                : Optional.empty();
    }

    /** The share of the samples that epoch number {@code epoch}, from 0, takes. */
    public double share(int epoch) {
        double done = (double) epoch / epochs;
        return done >= 1
                ? 1
                : switch (pacing) {
                    case LINEAR -> start + (1 - start) * done;
                    case ROOT -> Math.sqrt(start * start + (1 - start * start) * done);
                    case STEP -> start;
                };
    }
}
