package org.backprop.engine.metrics;

/** Counts the samples whose class is among those of the k greatest outputs; of equal outputs the first count as greater. */
final class TopHits implements Collector {

    private final int k;
    private long hits;
    private long samples;

    TopHits(int k) {
        this.k = k;
    }

    @Override
    public void add(Batch batch) {
        samples += batch.rows();
        for (int row = 0; row < batch.rows(); row++) {
            if (batch.columns() == 1) {
                hits += k > 1 || batch.label(row) == batch.prediction(row) ? 1 : 0;
            } else {
                hits += rank(batch, row) < k ? 1 : 0;
            }
        }
    }

    private static int rank(Batch batch, int row) {
        int label = batch.label(row);
        float own = batch.output(row, label);
        int rank = 0;
        for (int i = 0; i < batch.columns(); i++) {
            float other = batch.output(row, i);
            rank += other > own || other == own && i < label ? 1 : 0;
        }
        return rank;
    }

    double rate() {
        return (double) hits / samples;
    }
}
