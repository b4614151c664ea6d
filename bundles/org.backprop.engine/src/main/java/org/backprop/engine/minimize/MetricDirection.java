package org.backprop.engine.minimize;

import java.util.Map;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;

/** The direction {@code -V g} of a variable metric method. V begins with {@code s^T y / y^T y} times the identity. */
final class MetricDirection implements Direction {

    private static final String UPDATES = "updates";

    /** Least curvature {@code s^T y}, as part of {@code |s| |y|}. */
    private static final double LEAST_CURVATURE = 1e-8;

    private final Kernels kernels;
    private final Vectors vectors;
    private final InverseUpdate update;
    private final View metric;
    private final View[] rows;
    private final View product;
    private final float[] change;
    private final float[] products;
    private long updates;

    MetricDirection(Objective objective, Vectors vectors, InverseUpdate update) {
        kernels = objective.kernels();
        this.vectors = vectors;
        this.update = update;
        int n = objective.point().length();
        metric = kernels.allocate((long) n * n).view(0, n, n);
        rows = new View[n];
        for (int i = 0; i < n; i++) {
            rows[i] = metric.buffer().view((long) i * n, 1, n);
        }
        product = vectors.create();
        change = new float[n];
        products = new float[n];
    }

    @Override
    public void find(View gradient, View direction) {
        if (updates == 0) {
            vectors.copy(-1, gradient, direction);
        } else {
            kernels.denseForward(gradient, metric, null, Activation.LINEAR, direction);
            vectors.scale(-1, direction);
        }
    }

    @Override
    public double firstStep(double slope, double cautious) {
        return updates == 0 ? cautious : 1;
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public void learn(View s, View y) {
        double sy = vectors.dot(s, y);
        if (!(sy > LEAST_CURVATURE * vectors.norm(s) * vectors.norm(y))) {
            return;
        }
        if (updates == 0) {
            begin((float) (sy / vectors.dot(y, y)));
        }
        kernels.denseForward(y, metric, null, Activation.LINEAR, product);
        double yu = vectors.dot(y, product);
        double ss = update.ss(sy, yu);
        double su = update.su(sy);
        double uu = update.uu(yu);
        s.buffer().read(s.offset(), change, 0, change.length);
        product.buffer().read(product.offset(), products, 0, products.length);
        for (int i = 0; i < rows.length; i++) {
            vectors.add(ss * change[i] + su * products[i], s, rows[i]);
            vectors.add(su * change[i] + uu * products[i], product, rows[i]);
        }
        updates++;
    }

    private void begin(float scale) {
        kernels.fill(metric, 0);
        float[] one = {scale};
        for (View row : rows) {
            row.buffer().write(row.offset() + row.offset() / row.length(), one, 0, 1);
        }
    }

    @Override
    public void forget() {
        updates = 0;
    }

    @Override
    public Map<String, View> matrices() {
        return Map.of("inverse_hessian", metric);
    }

    @Override
    public Map<String, Double> numbers() {
        return Map.of(UPDATES, (double) updates);
    }

    @Override
    public void restore(Map<String, Double> numbers) {
        updates = numbers.getOrDefault(UPDATES, 0.0).longValue();
    }
}
