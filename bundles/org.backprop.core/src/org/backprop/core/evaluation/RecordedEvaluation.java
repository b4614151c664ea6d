package org.backprop.core.evaluation;

import java.util.Optional;

import org.backprop.runlog.evaluation.EvaluationRecord;

/**
 * What the folder of a run says about an evaluation.
 *
 * @param record the evaluation; empty if there is none that can be read
 * @param problem why the one that is there cannot be read; empty if there is none or it can
 * @param hasWeights whether there are weights that could be evaluated
 * @param outdated whether the weights were written again since
 */
public record RecordedEvaluation(
        Optional<EvaluationRecord> record, Optional<String> problem, boolean hasWeights, boolean outdated) {}
