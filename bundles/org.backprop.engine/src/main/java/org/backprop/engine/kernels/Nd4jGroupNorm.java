package org.backprop.engine.kernels;

import java.nio.FloatBuffer;

/** Normalization of groups, whose runs the threads share; see {@link Kernels#groupNormForward}. */
final class Nd4jGroupNorm {

    private static final int LEAST_SHARED = 4_096;

    private final Team team;

    Nd4jGroupNorm(Team team) {
        this.team = team;
    }

    /** A pass over one run, which starts at an element. */
    @FunctionalInterface
    private interface Pass {
        void run(int number, int begin, int end);
    }

    private void forEachRun(GroupNormStep step, Nd4jView x, Pass pass) {
        int length = step.length(x.columns());
        int runs = x.rows() * step.groups();
        team.run(
                (part, parts) -> {
                    for (int i = Work.begin(runs, 1, part, parts); i < Work.end(runs, 1, part, parts); i++) {
                        pass.run(i, i * length, (i + 1) * length);
                    }
                },
                x.length() >= LEAST_SHARED);
    }

    /** The feature of an element. */
    private static int feature(GroupNormStep step, int columns, int element) {
        return element % columns / step.inner() % step.features();
    }

    private static float value(Nd4jView view, int feature, float missing) {
        return view == null ? missing : view.elements().get(feature);
    }

    void forward(GroupNormStep step, Nd4jView x, Nd4jView gamma, Nd4jView beta, Nd4jView saved, Nd4jView y) {
        FloatBuffer values = x.elements();
        FloatBuffer moments = saved.elements();
        forEachRun(step, x, (run, begin, end) -> {
            double sum = 0;
            for (int i = begin; i < end; i++) {
                sum += values.get(i);
            }
            double mean = sum / (end - begin);
            double squares = 0;
            for (int i = begin; i < end; i++) {
                squares += (values.get(i) - mean) * (values.get(i) - mean);
            }
            double root = 1 / Math.sqrt(squares / (end - begin) + step.epsilon());
            moments.put(run, (float) mean);
            moments.put(saved.columns() + run, (float) root);
            for (int i = begin; i < end; i++) {
                int feature = feature(step, x.columns(), i);
                double normalized = (values.get(i) - mean) * root;
                y.elements().put(i, (float) (value(gamma, feature, 1) * normalized + value(beta, feature, 0)));
            }
        });
    }

    void backward(
            GroupNormStep step,
            Nd4jView x,
            Nd4jView gamma,
            Nd4jView saved,
            Nd4jView dy,
            Nd4jView gammaGradient,
            Nd4jView betaGradient,
            Nd4jView dx) {
        if (gammaGradient != null) {
            sum(step, x, saved, dy, gammaGradient, betaGradient);
        }
        if (dx != null) {
            forEachRun(step, x, (run, begin, end) -> {
                float mean = saved.elements().get(run);
                float root = saved.elements().get(saved.columns() + run);
                double sum = 0;
                double dot = 0;
                for (int i = begin; i < end; i++) {
                    double gradient = gradient(step, x, gamma, dy, i);
                    sum += gradient;
                    dot += gradient * (x.elements().get(i) - mean);
                }
                double slope = (double) root * root * dot / (end - begin);
                for (int i = begin; i < end; i++) {
                    double straight = gradient(step, x, gamma, dy, i) - sum / (end - begin);
                    dx.elements().put(i, (float)
                            (root * (straight - slope * (x.elements().get(i) - mean))));
                }
            });
        }
    }

    private static double gradient(GroupNormStep step, Nd4jView x, Nd4jView gamma, Nd4jView dy, int element) {
        return (double) value(gamma, feature(step, x.columns(), element), 1)
                * dy.elements().get(element);
    }

    private static void sum(
            GroupNormStep step,
            Nd4jView x,
            Nd4jView saved,
            Nd4jView dy,
            Nd4jView gammaGradient,
            Nd4jView betaGradient) {
        double[] dots = new double[step.features()];
        double[] sums = new double[step.features()];
        int length = step.length(x.columns());
        for (int i = 0; i < x.length(); i++) {
            int run = i / length;
            int feature = feature(step, x.columns(), i);
            double normalized = (double) (x.elements().get(i) - saved.elements().get(run))
                    * saved.elements().get(saved.columns() + run);
            dots[feature] += dy.elements().get(i) * normalized;
            sums[feature] += dy.elements().get(i);
        }
        for (int feature = 0; feature < step.features(); feature++) {
            gammaGradient.elements().put(feature, (float) dots[feature]);
            betaGradient.elements().put(feature, (float) sums[feature]);
        }
    }
}
