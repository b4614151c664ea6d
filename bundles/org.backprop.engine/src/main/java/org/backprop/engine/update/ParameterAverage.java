package org.backprop.engine.update;

import java.util.Map;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.model.AveragingSpec;
import org.backprop.model.EmaAveraging;
import org.backprop.model.SwaAveraging;

/** The average of the parameters, which is evaluated in their place. */
final class ParameterAverage {

    private static final String COUNT = "average.count";

    private final AveragingSpec spec;
    private final int epochs;
    private final Kernels kernels;
    private final Program program;
    private final float[] share = new float[1];
    private final View[] operands;
    private long count;

    /**
     * For a training.
     *
     * @param epochs planned epochs
     * @param parameters {@code [1, N]}
     * @param average {@code [1, N]}
     */
    ParameterAverage(AveragingSpec spec, int epochs, Kernels kernels, View parameters, View average) {
        this.spec = spec;
        this.epochs = epochs;
        this.kernels = kernels;
        operands = new View[] {average, parameters};
        Formula formula = new Formula();
        Term a = formula.operand();
        Term w = formula.operand();
        program = formula.set(a, a.plus(w.minus(a).times(formula.scalar()))).program();
    }

    /** After an update. */
    void afterUpdate() {
        if (spec instanceof EmaAveraging ema) {
            take(1 - ema.decay());
        }
    }

    /** After epoch number {@code epoch}, from 1. */
    void afterEpoch(int epoch) {
        if (spec instanceof SwaAveraging swa && epoch > (int) (swa.start() * epochs)) {
            take(1.0 / (count + 1));
        }
    }

    private void take(double newShare) {
        if (count == 0) {
            kernels.copy(operands[1], operands[0]);
        } else {
            share[0] = (float) newShare;
            kernels.evaluate(program, share, operands, null);
        }
        count++;
    }

    /** Whether there is an average yet. */
    boolean exists() {
        return count > 0;
    }

    /** The average {@code [1, N]}. */
    View view() {
        return operands[0];
    }

    Map<String, Double> state() {
        return Map.of(COUNT, (double) count);
    }

    void restore(Map<String, Double> state) {
        count = state.getOrDefault(COUNT, 0.0).longValue();
    }
}
