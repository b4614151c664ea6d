package org.backprop.engine.minimize;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.Scaling;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;

/** Arithmetic with vectors {@code [1, N]}; sums are made in float64. Allocates nothing but by {@link #create}. */
public final class Vectors {

    private static final Program INNER_PRODUCT = innerProduct();
    private static final Program MAGNITUDES = magnitudes();
    private static final Program SCALED_COPY = scaledCopy();
    private static final Program ADDED = added(false);
    private static final Program ADDED_PRODUCT = added(true);
    private static final Program SCALED_PRODUCT = scaledProduct();

    private final Kernels kernels;
    private final Scaling scaling;
    private final long length;
    private final View[] one = new View[1];
    private final View[] two = new View[2];
    private final View[] three = new View[3];
    private final float[] scalar = new float[1];

    /** For vectors of an objective. */
    Vectors(Objective objective) {
        this(objective.kernels(), objective.point().length());
    }

    /** @param length length of the vectors that {@link #create} makes */
    public Vectors(Kernels kernels, long length) {
        this.kernels = kernels;
        this.length = length;
        scaling = new Scaling(kernels);
    }

    private static Program innerProduct() {
        Formula formula = new Formula();
        return formula.sum(formula.operand().times(formula.operand())).program();
    }

    private static Program magnitudes() {
        Formula formula = new Formula();
        return formula.sum(formula.operand().abs()).program();
    }

    private static Program scaledCopy() {
        Formula formula = new Formula();
        Term from = formula.operand();
        Term to = formula.operand();
        return formula.set(to, from.times(formula.scalar())).program();
    }

    private static Program added(boolean product) {
        Formula formula = new Formula();
        Term x = formula.operand();
        Term y = formula.operand();
        Term sum = y.plus(x.times(formula.scalar()));
        formula.set(y, sum);
        return product ? formula.sum(sum.times(formula.operand())).program() : formula.program();
    }

    private static Program scaledProduct() {
        Formula formula = new Formula();
        Term x = formula.operand();
        Term scaled = x.times(formula.scalar());
        return formula.set(x, scaled).sum(scaled.times(formula.operand())).program();
    }

    /** A vector of zeros. */
    public View create() {
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
        scaling.scale(x, factor);
    }

    /** {@code x = 0}. */
    void clear(View x) {
        kernels.fill(x, 0);
    }

    /** {@code to = factor from}. */
    public void copy(double factor, View from, View to) {
        if (factor == 1) {
            kernels.copy(from, to);
        } else {
            two[0] = from;
            two[1] = to;
            scalar[0] = (float) factor;
            kernels.evaluate(SCALED_COPY, scalar, two, null);
        }
    }

    /** {@code y = y + factor x}. */
    public void add(double factor, View x, View y) {
        two[0] = x;
        two[1] = y;
        scalar[0] = (float) factor;
        kernels.evaluate(ADDED, scalar, two, null);
    }

    /** {@code y = y + factor x}, and {@code y^T z} of the new y; in one pass over memory. */
    double addThenDot(double factor, View x, View y, View z) {
        three[0] = x;
        three[1] = y;
        three[2] = z;
        scalar[0] = (float) factor;
        return kernels.evaluate(ADDED_PRODUCT, scalar, three, null);
    }

    /** {@code x = factor x}, and {@code x^T z} of the new x; in one pass over memory. */
    double scaleThenDot(double factor, View x, View z) {
        two[0] = x;
        two[1] = z;
        scalar[0] = (float) factor;
        return kernels.evaluate(SCALED_PRODUCT, scalar, two, null);
    }
}
