package org.backprop.runlog.evaluation;

/**
 * Errors of the predicted numbers of one output.
 *
 * @param predicted what was predicted
 * @param targets what should have been
 */
public record Residuals(float[] predicted, float[] targets) {

    /** The errors of an output of a regression. */
    public static Residuals of(EvaluationRecord record, int output) {
        float[] predicted = new float[record.size()];
        float[] targets = new float[record.size()];
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = record.output(i, output);
            targets[i] = record.targets()[i * record.set().outputs() + output];
        }
        return new Residuals(predicted, targets);
    }

    /** Predicted less target. */
    public double residual(int row) {
        return (double) predicted[row] - targets[row];
    }

    /** Mean absolute error. */
    public double meanAbsolute() {
        double sum = 0;
        for (int i = 0; i < targets.length; i++) {
            sum += Math.abs(residual(i));
        }
        return sum / targets.length;
    }

    /** Root mean squared error. */
    public double rootMeanSquare() {
        return Math.sqrt(squares() / targets.length);
    }

    /** Coefficient of determination: 1 less the squared errors as a share of the variation of the targets. */
    public double determination() {
        double mean = 0;
        for (float target : targets) {
            mean += (double) target / targets.length;
        }
        double variation = 0;
        for (float target : targets) {
            variation += (target - mean) * (target - mean);
        }
        double squares = squares();
        return variation > 0 ? 1 - squares / variation : squares == 0 ? 1 : 0;
    }

    private double squares() {
        double sum = 0;
        for (int i = 0; i < targets.length; i++) {
            sum += residual(i) * residual(i);
        }
        return sum;
    }

    /**
     * Residuals by size.
     *
     * @param from the lower end of the first bin
     * @param width width of a bin; 0 if all residuals are the same
     * @param counts number of residuals in each bin
     */
    public record Bins(double from, double width, int[] counts) {}

    /** Counts the finite residuals in bins of equal width from the least to the greatest. */
    public Bins bins(int bins) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < targets.length; i++) {
            if (Double.isFinite(residual(i))) {
                least = Math.min(least, residual(i));
                greatest = Math.max(greatest, residual(i));
            }
        }
        int[] counts = new int[bins];
        double width = greatest > least ? (greatest - least) / bins : 0;
        for (int i = 0; i < targets.length; i++) {
            if (Double.isFinite(residual(i))) {
                counts[width == 0 ? 0 : Math.min(bins - 1, (int) ((residual(i) - least) / width))]++;
            }
        }
        return new Bins(greatest >= least ? least : 0, width, counts);
    }
}
