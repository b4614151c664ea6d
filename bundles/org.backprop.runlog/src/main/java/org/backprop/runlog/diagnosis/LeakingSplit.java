package org.backprop.runlog.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** At least {@link #SHARE} of the samples of the validation or test set have the features of a training sample, bit for bit. */
final class LeakingSplit implements Rule {
    /** Share of the samples of a set. */
    static final double SHARE = 0.01;

    private static final String DUPLICATES = "data/duplicates/";

    @Override
    public Fault fault() {
        return Fault.LEAKING_SPLIT;
    }

    @Override
    public String missing(Observation run) {
        return run.layers(DUPLICATES).isEmpty() ? "the run has not recorded " + DUPLICATES + "<set>" : "";
    }

    @Override
    public List<Finding> findings(Observation run) {
        List<Finding> findings = new ArrayList<>();
        for (String set : run.layers(DUPLICATES)) {
            double share = run.series(DUPLICATES + set).lastValue();
            if (share >= SHARE) {
                findings.add(finding(run, set, share));
            }
        }
        return findings;
    }

    private Finding finding(Observation run, String set, double share) {
        return new Finding(
                fault(),
                Severity.WARNING,
                List.of(),
                0,
                run.lastStep(),
                List.of(Evidence.of(DUPLICATES + set, share, SHARE)),
                String.format(
                        Locale.ROOT,
                        "The split leaks: %.1f %% of the %s samples are in the training set too, so what is measured on them is too good.",
                        share * 100,
                        set),
                "Remove the duplicates from the data, or see that samples that belong together come into the same set.");
    }
}
