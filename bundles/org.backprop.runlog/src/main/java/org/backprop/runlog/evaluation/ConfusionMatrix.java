package org.backprop.runlog.evaluation;

/**
 * Counts of samples by class (row) and predicted class (column), and the measures that are made from them, with the
 * conventions of scikit-learn: what would be divided by zero is 0.
 *
 * @param counts square
 */
public record ConfusionMatrix(long[][] counts) {

    /**
     * Measures of one class, or a mean of them.
     *
     * @param precision share of the samples taken for the class that are of it
     * @param recall share of the samples of the class that are taken for it
     * @param f1 harmonic mean of the two
     * @param support number of samples of the class
     */
    public record Scores(double precision, double recall, double f1, long support) {}

    public ConfusionMatrix {
        for (long[] row : counts) {
            if (row.length != counts.length) {
                throw new IllegalArgumentException("%d rows of %d columns".formatted(counts.length, row.length));
            }
        }
    }

    /** Counts samples. */
    public static ConfusionMatrix of(int[] labels, int[] predicted, int classes) {
        long[][] counts = new long[classes][classes];
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]][predicted[i]]++;
        }
        return new ConfusionMatrix(counts);
    }

    /** Number of classes. */
    public int classes() {
        return counts.length;
    }

    public long total() {
        long sum = 0;
        for (int i = 0; i < classes(); i++) {
            sum += support(i);
        }
        return sum;
    }

    /** Number of samples of a class. */
    public long support(int label) {
        long sum = 0;
        for (long count : counts[label]) {
            sum += count;
        }
        return sum;
    }

    /** Number of samples that are taken for a class. */
    public long predicted(int label) {
        long sum = 0;
        for (long[] row : counts) {
            sum += row[label];
        }
        return sum;
    }

    /** Share of the samples of a class that are taken for another or the same; 0 for a class without samples. */
    public double share(int label, int predicted) {
        return ratio(counts[label][predicted], support(label));
    }

    /** Share of all samples that are taken for what they are. */
    public double accuracy() {
        long right = 0;
        for (int i = 0; i < classes(); i++) {
            right += counts[i][i];
        }
        return ratio(right, total());
    }

    /** The measures of a class. */
    public Scores scores(int label) {
        double right = counts[label][label];
        return new Scores(
                ratio(right, predicted(label)),
                ratio(right, support(label)),
                ratio(2 * right, support(label) + predicted(label)),
                support(label));
    }

    /** The mean over the classes that occur among labels or predictions, each counting the same. */
    public Scores macroAverage() {
        return average(false);
    }

    /** The mean over the classes, weighted by support. */
    public Scores weightedAverage() {
        return average(true);
    }

    private Scores average(boolean weighted) {
        double precision = 0;
        double recall = 0;
        double f1 = 0;
        double weights = 0;
        for (int i = 0; i < classes(); i++) {
            Scores of = scores(i);
            double weight = weighted ? of.support() : of.support() + predicted(i) > 0 ? 1 : 0;
            precision += weight * of.precision();
            recall += weight * of.recall();
            f1 += weight * of.f1();
            weights += weight;
        }
        return new Scores(ratio(precision, weights), ratio(recall, weights), ratio(f1, weights), total());
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
