package org.backprop.engine.kernels.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backprop.engine.kernels.Kernels;

/** A call of the kernels with its operands and with what must come out, computed in double precision. */
public final class Call {

    private static final double TOLERANCE = 1e-5;

    private final String name;
    private final List<Operand> operands;
    private final Body body;
    private final Reference reference;
    private double tolerance = TOLERANCE;
    private Map<String, double[]> expected;

    /** Calls the kernels on the operands. */
    @FunctionalInterface
    public interface Body {
        void run(Kernels kernels, Placed operands);
    }

    /** Computes the results into the arrays of the operands; an absent operand is null. */
    @FunctionalInterface
    public interface Reference {
        void run(Map<String, double[]> operands);
    }

    Call(String name, List<Operand> operands, Body body, Reference reference) {
        this.name = name;
        this.operands = operands;
        this.body = body;
        this.reference = reference;
    }

    /** Another tolerance than 1e-5, relative to the greatest magnitude in a result. */
    public Call within(double tolerance) {
        this.tolerance = tolerance;
        return this;
    }

    double tolerance() {
        return tolerance;
    }

    /** The results of the reference, by name. */
    Map<String, double[]> expected() {
        if (expected == null) {
            Map<String, double[]> arrays = new LinkedHashMap<>();
            operands.forEach(operand -> arrays.put(operand.name(), operand.toDoubles()));
            reference.run(arrays);
            operands.stream()
                    .filter(operand -> !operand.role().isCompared())
                    .forEach(operand -> arrays.remove(operand.name()));
            expected = arrays;
        }
        return expected;
    }

    /** The results of the kernels, by name; fails if they wrote anything else. */
    Map<String, float[]> results(Kernels kernels) {
        Placed placed = new Placed(kernels, operands);
        body.run(kernels, placed);
        placed.assertNothingElseChanged();
        return placed.results();
    }

    @Override
    public String toString() {
        return name;
    }
}
