package org.backprop.engine.kernels.formula;

/** What one instruction of a {@link Program} does to each element; a, b and c are its arguments. */
public enum Operation {
    /** a. */
    COPY(1),
    /** a + b. */
    ADD(2),
    /** a - b. */
    SUBTRACT(2),
    /** a b. */
    MULTIPLY(2),
    /** a / b. */
    DIVIDE(2),
    /** The lesser of both. */
    MIN(2),
    /** The greater of both. */
    MAX(2),
    /** a b + c, rounded once or twice. */
    MULTIPLY_ADD(3),
    /** b where a is positive, else c. */
    SELECT(3),
    /** The magnitude of a. */
    ABS(1),
    /** The square root of a. */
    SQRT(1),
    /** e^a; an exponent below -87.3 counts as -87.3, one above 88 as 88. */
    EXP(1),
    /** The natural logarithm of a: -infinity for 0, NaN for negative values. */
    LOG(1),
    /** The hyperbolic tangent of a. */
    TANH(1);

    private final int arguments;

    Operation(int arguments) {
        this.arguments = arguments;
    }

    /** Number of arguments. */
    public int arguments() {
        return arguments;
    }
}
