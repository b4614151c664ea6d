package org.backprop.model;

/** How far a minimizer goes along a direction in which the loss falls. */
public sealed interface LineSearchSpec permits BacktrackingLineSearch, StrongWolfeLineSearch {

    /** Part of the decrease that the slope promises, which a step must give. */
    double sufficientDecrease();

    /** Most values of the loss for one step. */
    int maxEvaluations();
}
