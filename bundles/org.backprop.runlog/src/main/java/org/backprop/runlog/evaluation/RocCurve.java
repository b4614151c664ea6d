package org.backprop.runlog.evaluation;

/**
 * Receiver operating characteristic of a class against all others: what share of its samples, and of the others, has at
 * least a score, as the score falls. Begins at (0, 0), ends at (1, 1).
 *
 * @param falsePositiveRate ascending, 0 to 1; empty if the class has no sample or all
 * @param truePositiveRate ascending, 0 to 1
 */
public record RocCurve(double[] falsePositiveRate, double[] truePositiveRate) {

    /** The curve of a class from the scores of samples. */
    public static RocCurve of(float[] scores, boolean[] members) {
        Ranking ranking = Ranking.of(scores, members);
        double positives = ranking.positives();
        double negatives = ranking.negatives();
        if (positives == 0 || negatives == 0) {
            return new RocCurve(new double[0], new double[0]);
        }
        double[] x = new double[ranking.size() + 1];
        double[] y = new double[ranking.size() + 1];
        for (int i = 0; i < ranking.size(); i++) {
            x[i + 1] = ranking.falseAlarms()[i] / negatives;
            y[i + 1] = ranking.hits()[i] / positives;
        }
        return new RocCurve(x, y);
    }

    /** Area under the curve by trapezoids, so that ties count half (Hanley and McNeil 1982); NaN if there is no curve. */
    public double area() {
        double sum = isEmpty() ? Double.NaN : 0;
        for (int i = 1; i < truePositiveRate.length; i++) {
            double width = falsePositiveRate[i] - falsePositiveRate[i - 1];
            sum += width * (truePositiveRate[i] + truePositiveRate[i - 1]) / 2;
        }
        return sum;
    }

    public boolean isEmpty() {
        return truePositiveRate.length == 0;
    }
}
