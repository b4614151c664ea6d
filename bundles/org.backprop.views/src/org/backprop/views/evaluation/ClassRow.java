package org.backprop.views.evaluation;

import java.util.OptionalDouble;

import org.backprop.runlog.evaluation.ConfusionMatrix;

/**
 * A class, or a mean over classes, in the table.
 *
 * @param order place in the table
 * @param name of the class
 * @param scores its measures
 * @param area area under the ROC curve, if it is known
 * @param averagePrecision if it is known
 */
record ClassRow(
        int order, String name, ConfusionMatrix.Scores scores, OptionalDouble area, OptionalDouble averagePrecision) {}
