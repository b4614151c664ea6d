package org.backprop.engine.bench;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.minimize.Objective;

/** A {@link TestFunction} over a float32 vector that kernels hold. Its batches have everything in common. */
public final class TestObjective implements Objective {

    private final TestFunction function;
    private final Kernels kernels;
    private final View point;
    private final View gradient;
    private final double[] x;
    private final double[] slope;
    private final double[] other;
    private int evaluations;

    /** The function at its start. */
    public TestObjective(TestFunction function, Kernels kernels) {
        this.function = function;
        this.kernels = kernels;
        x = function.start();
        slope = new double[x.length];
        other = new double[x.length];
        point = kernels.allocate(x.length).view(0, 1, x.length);
        gradient = kernels.allocate(x.length).view(0, 1, x.length);
        write(x, point);
    }

    private static void write(double[] from, View to) {
        float[] values = new float[from.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) from[i];
        }
        to.set(values);
    }

    private static void read(View from, double[] to) {
        float[] values = from.toArray();
        for (int i = 0; i < values.length; i++) {
            to[i] = values[i];
        }
    }

    /** Values, gradients and products so far. */
    public int evaluations() {
        return evaluations;
    }

    /** The Euclidean norm of the gradient at the present point. */
    public double gradientNorm() {
        read(point, x);
        function.value(x, slope);
        double square = 0;
        for (double element : slope) {
            square += element * element;
        }
        return Math.sqrt(square);
    }

    /** How much greater the value at the present point is than the least. */
    public double gap() {
        read(point, x);
        return function.value(x, null) - function.least();
    }

    @Override
    public Kernels kernels() {
        return kernels;
    }

    @Override
    public View point() {
        return point;
    }

    @Override
    public View gradient() {
        return gradient;
    }

    @Override
    public double value() {
        evaluations++;
        read(point, x);
        return function.value(x, null);
    }

    @Override
    public double valueAndGradient() {
        evaluations++;
        read(point, x);
        double value = function.value(x, slope);
        write(slope, gradient);
        return value;
    }

    @Override
    public void hessianProduct(View direction, View result) {
        product(direction, result, function::hessianProduct);
    }

    @Override
    public void gaussNewtonProduct(View direction, View result) {
        product(direction, result, function::gaussNewtonProduct);
    }

    private interface Product {
        void write(double[] x, double[] v, double[] result);
    }

    private void product(View direction, View result, Product product) {
        evaluations++;
        read(point, x);
        read(direction, other);
        product.write(x, other, slope);
        write(slope, result);
    }

    @Override
    public void sharedGradient(View result) {
        valueAndGradient();
        kernels.copy(gradient, result);
    }

    @Override
    public void pointChanged() {}
}
