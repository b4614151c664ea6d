package org.backprop.engine.minimize;

import org.backprop.model.BacktrackingLineSearch;

/** Nocedal and Wright: "Numerical optimization", algorithm 3.1. */
final class Backtracking implements LineSearch {

    private final BacktrackingLineSearch spec;

    Backtracking(BacktrackingLineSearch spec) {
        this.spec = spec;
    }

    @Override
    public double search(Line line, double first) {
        double step = first;
        for (int i = 0; i < spec.maxEvaluations(); i++) {
            double value = line.value(step);
            double promised = spec.sufficientDecrease() * step * line.startSlope();
            if (value < line.startValue() && value <= line.startValue() + promised) {
                return step;
            }
            step *= spec.contraction();
        }
        line.settle(0);
        return 0;
    }
}
