package org.backprop.views.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.backprop.core.evaluation.EvaluationChoice;
import org.backprop.core.evaluation.RecordedEvaluation;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.views.RunFacts;
import org.backprop.views.images.HeatImage;

/**
 * What the Evaluation view shows at one moment.
 *
 * @param run the run
 * @param facts its figures
 * @param choice the set and checkpoint
 * @param recorded what its folder says about them
 * @param live the step at which the trainer measured what is shown; empty if it is shown from the record
 * @param measured what there is to show; empty if nothing was measured
 * @param heat the confusion matrix as an image
 * @param cell the cell whose samples are listed, or null for all misclassified ones
 * @param cards the samples with the greatest losses
 * @param cardCount number of the samples that belong there
 */
record ShownEvaluation(
        RunSnapshot run,
        RunFacts facts,
        EvaluationChoice choice,
        RecordedEvaluation recorded,
        OptionalLong live,
        Optional<Measured> measured,
        Optional<HeatImage> heat,
        Cell cell,
        List<SampleCard> cards,
        int cardCount) {
    /** What tabs there are for it. */
    enum Kind {
        /** Nothing was measured. */
        NONE,
        /** A confusion matrix alone. */
        MATRIX,
        /** Classes and scores. */
        CLASSES,
        /** Numbers. */
        NUMBERS
    }

    Kind kind() {
        return measured.isEmpty()
                ? Kind.NONE
                : !measured.get().residuals().isEmpty() ? Kind.NUMBERS : live.isPresent() ? Kind.MATRIX : Kind.CLASSES;
    }
}
