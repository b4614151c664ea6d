package org.backprop.engine.metrics;

/** Sums of the errors of numbers. */
final class Errors implements Collector {

    private final boolean logarithms;
    private double[] shifts;
    private double[] sums;
    private double[] squares;
    private double[] residuals;
    private double absolute;
    private long count;

    /** @param logarithms whether the outputs are logarithms of what is compared with the targets */
    Errors(boolean logarithms) {
        this.logarithms = logarithms;
    }

    @Override
    public void add(Batch batch) {
        if (sums == null) {
            start(batch);
        }
        for (int row = 0; row < batch.rows(); row++) {
            for (int i = 0; i < batch.columns(); i++) {
                add(i, batch.output(row, i), batch.target(row, i));
            }
        }
        count += batch.rows();
    }

    private void start(Batch batch) {
        sums = new double[batch.columns()];
        squares = new double[batch.columns()];
        residuals = new double[batch.columns()];
        shifts = new double[batch.columns()];
        for (int i = 0; i < shifts.length; i++) {
            shifts[i] = batch.target(0, i); // keeps the variance precise where targets are far from 0
        }
    }

    private void add(int column, double output, double target) {
        double error = (logarithms ? Math.exp(output) : output) - target;
        absolute += Math.abs(error);
        residuals[column] += error * error;
        double shifted = target - shifts[column];
        sums[column] += shifted;
        squares[column] += shifted * shifted;
    }

    double meanAbsolute() {
        return absolute / count / sums.length;
    }

    double rootMeanSquare() {
        double sum = 0;
        for (double residual : residuals) {
            sum += residual;
        }
        return Math.sqrt(sum / count / residuals.length);
    }

    /** Mean over the outputs. */
    double explained() {
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            double variation = squares[i] - sums[i] * sums[i] / count;
            sum += variation > 0 ? 1 - residuals[i] / variation : residuals[i] == 0 ? 1 : 0;
        }
        return sum / sums.length;
    }
}
