package org.backprop.engine.minimize;

import org.backprop.engine.kernels.View;

/** An objective along a direction, as a function of the step length. */
final class Line {

    private final Objective objective;
    private final Vectors vectors;
    private final View start;
    private View direction;
    private double startValue;
    private double startSlope;
    private double step;
    private double slope;
    private boolean differentiated;
    private int evaluations;

    Line(Objective objective, Vectors vectors) {
        this.objective = objective;
        this.vectors = vectors;
        start = vectors.create();
    }

    /** Starts at the present point, whose value and slope along the direction are given. */
    void start(View along, double value, double slopeThere) {
        direction = along;
        startValue = value;
        startSlope = slopeThere;
        evaluations = 0;
        objective.kernels().copy(objective.point(), start);
        step = 0;
    }

    /** The point at which the line starts. */
    View startPoint() {
        return start;
    }

    double startValue() {
        return startValue;
    }

    /** The derivative by the step length, at the start. */
    double startSlope() {
        return startSlope;
    }

    /** Number of evaluations since the start. */
    int evaluations() {
        return evaluations;
    }

    /** The value after a step; positive infinity where it is not a number. */
    double value(double length) {
        move(length);
        evaluations++;
        differentiated = false;
        return finite(objective.value());
    }

    /** As {@link #value}, and the {@link #slope} there. */
    double valueAndSlope(double length) {
        move(length);
        evaluations++;
        double value = objective.valueAndGradient();
        slope = vectors.dot(objective.gradient(), direction);
        differentiated = true;
        return Double.isFinite(slope) ? finite(value) : Double.POSITIVE_INFINITY;
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : Double.POSITIVE_INFINITY;
    }

    /** The derivative by the step length, where it was evaluated last. */
    double slope() {
        return slope;
    }

    /** Goes to a step length. */
    void settle(double length) {
        if (length != step) {
            move(length);
            differentiated = false;
        }
    }

    /** Makes sure that the objective's gradient is that of the present point. */
    void differentiate() {
        if (!differentiated) {
            valueAndSlope(step);
        }
    }

    private void move(double length) {
        step = length;
        objective.kernels().copy(start, objective.point());
        if (length != 0) {
            vectors.add(length, direction, objective.point());
        }
        objective.pointChanged();
    }
}
