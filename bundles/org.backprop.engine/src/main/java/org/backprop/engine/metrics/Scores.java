package org.backprop.engine.metrics;

import java.util.Arrays;

/**
 * Keeps the scores of all samples for the area under the ROC curve, which is the probability that a sample of a class
 * has a greater score for it than one that is not (Hanley and McNeil 1982).
 */
final class Scores implements Collector {

    private final int classes;
    private final boolean logits;
    private float[][] scores;
    private int[] labels = new int[1024];
    private int count;

    /**
     * No scores yet.
     *
     * @param outputs number of outputs; one for two classes
     * @param logits whether the outputs become comparable between samples only by a softmax
     */
    Scores(int outputs, boolean logits) {
        classes = outputs;
        this.logits = logits && outputs > 1;
        scores = new float[outputs][labels.length];
    }

    @Override
    public void add(Batch batch) {
        grow(count + batch.rows());
        for (int row = 0; row < batch.rows(); row++) {
            labels[count] = batch.label(row);
            double shift = logits ? logSumExp(batch, row) : 0;
            for (int i = 0; i < classes; i++) {
                scores[i][count] = (float) (batch.output(row, i) - shift);
            }
            count++;
        }
    }

    private void grow(int needed) {
        if (needed > labels.length) {
            int length = Math.max(needed, labels.length + (labels.length >> 1));
            labels = Arrays.copyOf(labels, length);
            for (int i = 0; i < classes; i++) {
                scores[i] = Arrays.copyOf(scores[i], length);
            }
        }
    }

    private static double logSumExp(Batch batch, int row) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < batch.columns(); i++) {
            greatest = Math.max(greatest, batch.output(row, i));
        }
        double sum = 0;
        for (int i = 0; i < batch.columns(); i++) {
            sum += Math.exp(batch.output(row, i) - greatest);
        }
        return greatest + Math.log(sum);
    }

    /** Mean over the classes that some samples have and others do not; NaN if there is none. */
    double areaUnderCurve() {
        double sum = 0;
        int defined = 0;
        for (int i = 0; i < classes; i++) {
            double area = area(scores[i], classes == 1 ? 1 : i);
            if (!Double.isNaN(area)) {
                sum += area;
                defined++;
            }
        }
        return sum / defined;
    }

    /** By the ranks of the class's samples; equal scores share the mean of their ranks. */
    private double area(float[] score, int label) {
        long[] order = new long[count];
        long positives = 0;
        for (int i = 0; i < count; i++) {
            boolean positive = labels[i] == label;
            positives += positive ? 1 : 0;
            order[i] = (long) ordered(score[i]) << 1 | (positive ? 1 : 0);
        }
        Arrays.sort(order);
        double ranks = 0;
        for (int from = 0; from < count; ) {
            int to = from;
            int equal = 0;
            while (to < count && order[to] >> 1 == order[from] >> 1) {
                equal += (int) (order[to++] & 1);
            }
            ranks += equal * ((from + 1 + to) / 2.0);
            from = to;
        }
        double negatives = count - positives;
        return (ranks - positives * (positives + 1) / 2.0) / (positives * negatives);
    }

    /** An int that is ordered as the number is. */
    private static int ordered(float value) {
        int bits = Float.floatToIntBits(value + 0f);
        return bits ^ bits >> 31 & 0x7FFFFFFF;
    }
}
