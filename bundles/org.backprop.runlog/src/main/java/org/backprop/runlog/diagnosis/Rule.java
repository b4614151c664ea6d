package org.backprop.runlog.diagnosis;

import java.util.List;

/** Looks for one fault in what a run has recorded. Rules have no state and any thread may call them. */
sealed interface Rule
        permits ClassImbalance,
                Divergence,
                ExplodingGradient,
                HighLearningRate,
                LeakingSplit,
                LowLearningRate,
                Overfitting,
                Stalled,
                UnchangedWeights,
                UnitShare,
                VanishingGradient {

    /** What it looks for. */
    Fault fault();

    /** Why it cannot look: what is not recorded, or that it is too early; the empty text if it can. */
    String missing(Observation run);

    /** What it finds; only called if nothing is missing. */
    List<Finding> findings(Observation run);
}
