package org.backprop.runlog.evaluation;

/**
 * Whether probabilities mean what they say: samples in bins of equal width by the probability of the predicted class
 * (its confidence), with the share of them that are predicted right. Guo et al., ICML 2017, arXiv:1706.04599.
 *
 * @param counts number of samples of each bin
 * @param confidence mean confidence of each bin; NaN for an empty one
 * @param accuracy share of right predictions of each bin; NaN for an empty one
 */
public record Calibration(int[] counts, double[] confidence, double[] accuracy) {

    /**
     * Bins the samples of a classification that gives probabilities.
     *
     * @param bins number of bins, at least 1; bin i holds confidences above i / bins up to (i + 1) / bins
     */
    public static Calibration of(EvaluationRecord record, int bins) {
        int[] counts = new int[bins];
        double[] confidence = new double[bins];
        double[] accuracy = new double[bins];
        for (int i = 0; i < record.size(); i++) {
            double probability = record.score(i, record.predicted()[i]);
            if (Double.isNaN(probability)) {
                continue;
            }
            int bin = Math.clamp((int) Math.ceil(probability * bins) - 1, 0, bins - 1);
            counts[bin]++;
            confidence[bin] += probability;
            accuracy[bin] += record.predicted()[i] == record.labels()[i] ? 1 : 0;
        }
        for (int bin = 0; bin < bins; bin++) {
            confidence[bin] = counts[bin] == 0 ? Double.NaN : confidence[bin] / counts[bin];
            accuracy[bin] = counts[bin] == 0 ? Double.NaN : accuracy[bin] / counts[bin];
        }
        return new Calibration(counts, confidence, accuracy);
    }

    /** Expected calibration error: the mean over all samples of the distance of confidence and accuracy in their bin. */
    public double expectedError() {
        double sum = 0;
        long total = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            if (counts[bin] > 0) {
                sum += counts[bin] * Math.abs(confidence[bin] - accuracy[bin]);
                total += counts[bin];
            }
        }
        return total == 0 ? Double.NaN : sum / total;
    }
}
