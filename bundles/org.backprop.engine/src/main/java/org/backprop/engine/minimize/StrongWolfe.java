package org.backprop.engine.minimize;

import org.backprop.model.StrongWolfeLineSearch;

/**
 * Nocedal and Wright: "Numerical optimization", algorithms 3.5 (a bracket is looked for) and 3.6 (it is narrowed), with
 * cubic interpolation (3.59), kept a tenth of the bracket away from its ends where it comes near to them again. Where the
 * differences of the values are lost in their rounding, slopes decide: the approximate Wolfe conditions of Hager and Zhang
 * (SIAM J. Optim. 16, 2005).
 */
final class StrongWolfe implements LineSearch {

    /** Growth of the step while no bracket is found. */
    private static final double LEAST_GROWTH = 0.01;

    private static final double MOST_GROWTH = 10;

    /** Least distance from the ends of a bracket, as part of it. */
    private static final double MARGIN = 0.1;

    /** A bracket so much narrower than its position is left. */
    private static final double NARROWEST = 1e-9;

    /** What values of float32 arithmetic may differ by, as part of them. */
    private static final double ROUNDING = 1e-6;

    private final StrongWolfeLineSearch spec;
    private final Trial low = new Trial();
    private final Trial high = new Trial();
    private final Trial trial = new Trial();
    private Line line;
    private boolean found;
    private boolean wasNear;
    private int left;

    /** A step length, and value and slope there. */
    private static final class Trial {
        private double step;
        private double value;
        private double slope;

        void set(double newStep, double newValue, double newSlope) {
            step = newStep;
            value = newValue;
            slope = newSlope;
        }

        void set(Trial other) {
            set(other.step, other.value, other.slope);
        }
    }

    StrongWolfe(StrongWolfeLineSearch spec) {
        this.spec = spec;
    }

    @Override
    public double search(Line along, double first) {
        line = along;
        left = spec.maxEvaluations();
        found = false;
        wasNear = false;
        low.set(0, line.startValue(), line.startSlope());
        bracket(first);
        while (!found && left > 0 && width() > NARROWEST * Math.max(low.step, high.step)) {
            narrow();
        }
        double best = found || low.value < line.startValue() ? low.step : 0;
        line.settle(best);
        return best;
    }

    /** Grows the step until there is a minimum between {@link #low} and {@link #high}, or low will do. */
    private void bracket(double first) {
        evaluate(first);
        boolean second = false;
        while (true) {
            if (!decreases(trial) || second && trial.value >= low.value) {
                high.set(trial);
                return;
            }
            if (isFlat(trial)) {
                low.set(trial);
                found = true;
                return;
            }
            if (trial.slope >= 0) {
                high.set(low);
                low.set(trial);
                return;
            }
            if (left == 0) {
                low.set(trial);
                return;
            }
            double longer =
                    cubic(low, trial, trial.step + LEAST_GROWTH * (trial.step - low.step), MOST_GROWTH * trial.step);
            low.set(trial);
            second = true;
            evaluate(longer);
        }
    }

    /** Makes the bracket smaller. */
    private void narrow() {
        double least = Math.min(low.step, high.step);
        double most = Math.max(low.step, high.step);
        evaluate(inside(cubic(low, high, least, most), least, most));
        if (!decreases(trial) || trial.value >= low.value && !isApproximatelyWolfe(trial)) {
            high.set(trial);
            return;
        }
        if (isFlat(trial)) {
            found = true;
        } else if (trial.slope * (high.step - low.step) >= 0) {
            high.set(low);
        }
        low.set(trial);
    }

    /** The step, but away from the ends of the bracket if it is at one, or near to one for the second time. */
    private double inside(double step, double least, double most) {
        double margin = MARGIN * (most - least);
        boolean near = Math.min(most - step, step - least) < margin;
        boolean moved = near && (wasNear || step <= least || step >= most);
        wasNear = near && !moved;
        return moved ? Math.clamp(step, least + margin, most - margin) : step;
    }

    private double width() {
        return Math.abs(high.step - low.step);
    }

    private void evaluate(double step) {
        double value = line.valueAndSlope(step);
        trial.set(step, value, line.slope());
        left--;
    }

    private boolean decreases(Trial at) {
        double promised = spec.sufficientDecrease() * at.step * line.startSlope();
        return at.value <= line.startValue() + promised || isApproximatelyWolfe(at);
    }

    private boolean isFlat(Trial at) {
        return Math.abs(at.slope) <= -spec.curvature() * line.startSlope();
    }

    private boolean isApproximatelyWolfe(Trial at) {
        return at.value <= line.startValue() + ROUNDING * Math.abs(line.startValue())
                && at.slope <= (2 * spec.sufficientDecrease() - 1) * line.startSlope()
                && at.slope >= spec.curvature() * line.startSlope();
    }

    /** The minimum of the cubic through two points with their slopes (3.59), within bounds; their middle if it has none. */
    private static double cubic(Trial a, Trial b, double least, double most) {
        if (!Double.isFinite(a.value) || !Double.isFinite(b.value)) {
            return (least + most) / 2;
        }
        double d1 = a.slope + b.slope - 3 * (a.value - b.value) / (a.step - b.step);
        double square = d1 * d1 - a.slope * b.slope;
        if (!(square >= 0)) {
            return (least + most) / 2;
        }
        double d2 = Math.signum(b.step - a.step) * Math.sqrt(square);
        double minimum = b.step - (b.step - a.step) * ((b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2));
        return Double.isNaN(minimum) ? (least + most) / 2 : Math.clamp(minimum, least, most);
    }
}
