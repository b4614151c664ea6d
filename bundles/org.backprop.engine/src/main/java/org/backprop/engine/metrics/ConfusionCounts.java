package org.backprop.engine.metrics;

/** Counts of samples by class (row) and predicted class (column), and the measures made from them. */
final class ConfusionCounts implements Collector {

    private final long[][] counts;

    ConfusionCounts(int classes) {
        counts = new long[classes][classes];
    }

    @Override
    public void add(Batch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            counts[batch.label(row)][batch.prediction(row)]++;
        }
    }

    long[][] counts() {
        return counts;
    }

    double accuracy() {
        long right = 0;
        long all = 0;
        for (int i = 0; i < counts.length; i++) {
            right += counts[i][i];
            all += samples(i);
        }
        return (double) right / all;
    }

    double precision() {
        return mean((right, samples, predicted) -> predicted == 0 ? 0 : right / predicted);
    }

    double recall() {
        return mean((right, samples, predicted) -> samples == 0 ? 0 : right / samples);
    }

    double f1() {
        return mean((right, samples, predicted) -> 2 * right / (samples + predicted));
    }

    /** A measure of one class. */
    private interface OfClass {
        double value(double right, double samples, double predicted);
    }

    /** Mean over the classes that occur among labels or predictions. */
    private double mean(OfClass measure) {
        double sum = 0;
        int classes = 0;
        for (int i = 0; i < counts.length; i++) {
            long samples = samples(i);
            long predicted = predicted(i);
            if (samples + predicted > 0) {
                sum += measure.value(counts[i][i], samples, predicted);
                classes++;
            }
        }
        return sum / classes;
    }

    private long samples(int label) {
        long sum = 0;
        for (long count : counts[label]) {
            sum += count;
        }
        return sum;
    }

    private long predicted(int label) {
        long sum = 0;
        for (long[] row : counts) {
            sum += row[label];
        }
        return sum;
    }
}
