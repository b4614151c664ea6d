package org.backprop.engine.minimize;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;

/** Arithmetic with vectors {@code [1, N]}; sums are made in float64. Allocates nothing but by {@link #create}. */
final class Vectors {

    private static final Program INNER_PRODUCT = innerProduct();
    private static final Program MAGNITUDES = magnitudes();
    private static final Program SCALED = scaled();

    private final Kernels kernels;
    private final long length;
    private final View[] one = new View[1];
    private final View[] two = new View[2];
    private final float[] scalar = new float[1];

    /** For vectors of an objective. */
    Vectors(Objective objective) {
        kernels = objective.kernels();
        length = objective.point().length();
    }

    private static Program innerProduct() {
        Formula formula = new Formula();
        return formula.sum(formula.operand().times(formula.operand())).program();
    }

    private static Program magnitudes() {
        Formula formula = new Formula();
        return formula.sum(formula.operand().abs()).program();
    }

    private static Program scaled() {
        Formula formula = new Formula();
        var x = formula.operand();
        return formula.set(x, x.times(formula.scalar())).program();
    }

    /** A vector of zeros. */
    View create() {
        return kernels.allocate(length).view(0, 1, Math.toIntExact(length));
    }

    /** {@code x^T y}. */
    double dot(View x, View y) {
        two[0] = x;
        two[1] = y;
        return kernels.evaluate(INNER_PRODUCT, Program.NO_SCALARS, two, null);
    }

    /** The sum of the magnitudes. */
    double norm1(View x) {
        one[0] = x;
        return kernels.evaluate(MAGNITUDES, Program.NO_SCALARS, one, null);
    }

    /** The Euclidean norm. */
    double norm(View x) {
        return Math.sqrt(kernels.squaredNorm(x));
    }

    /** {@code x = factor x}. */
    void scale(double factor, View x) {
        one[0] = x;
        scalar[0] = (float) factor;
        kernels.evaluate(SCALED, scalar, one, null);
    }

    /** {@code x = 0}. */
    void clear(View x) {
        kernels.fill(x, 0);
    }

    /** {@code to = factor from}. */
    void copy(double factor, View from, View to) {
        kernels.copy(from, to);
        if (factor != 1) {
            scale(factor, to);
        }
    }

    /** {@code y = y + factor x}. */
    void add(double factor, View x, View y) {
        kernels.addScaled((float) factor, x, y);
    }
}
