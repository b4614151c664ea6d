package org.backprop.runlog.evaluation;

/**
 * Precision against recall of a class as the least score that is taken for it falls.
 *
 * @param recall ascending, 0 to 1; empty if the class has no sample
 * @param precision 0 to 1
 * @param share share of the samples that are of the class: the precision of guessing
 */
public record PrecisionRecallCurve(double[] recall, double[] precision, double share) {

    /** The curve of a class from the scores of samples. */
    public static PrecisionRecallCurve of(float[] scores, boolean[] members) {
        Ranking ranking = Ranking.of(scores, members);
        double positives = ranking.positives();
        int points = positives == 0 ? 0 : ranking.size();
        double[] recall = new double[points];
        double[] precision = new double[points];
        for (int i = 0; i < points; i++) {
            int hits = ranking.hits()[i];
            recall[i] = hits / positives;
            precision[i] = (double) hits / (hits + ranking.falseAlarms()[i]);
        }
        return new PrecisionRecallCurve(recall, precision, scores.length == 0 ? 0 : positives / scores.length);
    }

    /** Average precision, {@code sum of (recall_i - recall_(i-1)) precision_i}, without interpolation; NaN if there is no curve. */
    public double averagePrecision() {
        double sum = isEmpty() ? Double.NaN : 0;
        double before = 0;
        for (int i = 0; i < recall.length; i++) {
            sum += (recall[i] - before) * precision[i];
            before = recall[i];
        }
        return sum;
    }

    public boolean isEmpty() {
        return recall.length == 0;
    }
}
