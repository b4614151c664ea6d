package org.backprop.engine.train.order;

import org.backprop.engine.data.Dataset;
import org.backprop.model.SampleWeight;
import org.backprop.model.WeightedOrder;

/** The weights of samples. */
final class SampleWeights {

    private SampleWeights() {}

    /**
     * A weight for each sample, of which one is greater than 0.
     *
     * @throws IllegalArgumentException if the samples do not give such weights; the message says why
     */
    static double[] of(WeightedOrder order, Dataset data) {
        double[] weights = order.by() == SampleWeight.SCORE ? byScore(data) : byClass(order, data);
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        if (sum == 0) {
            throw new IllegalArgumentException("order: no training sample has a weight greater than 0");
        }
        return weights;
    }

    private static double[] byScore(Dataset data) {
        float[] scores = scores(data);
        double[] weights = new double[scores.length];
        for (int i = 0; i < weights.length; i++) {
            if (scores[i] < 0) {
                throw new IllegalArgumentException(
                        "order: a training sample has the weight " + scores[i] + "; weights must be at least 0");
            }
            weights[i] = scores[i];
        }
        return weights;
    }

    private static double[] byClass(WeightedOrder order, Dataset data) {
        if (data.labels() == null) {
            throw new IllegalArgumentException("order: there are no classes to balance; use by: score");
        }
        int classes = data.classes().size();
        if (!order.classWeights().isEmpty() && order.classWeights().size() != classes) {
            throw new IllegalArgumentException("order: class_weights has "
                    + order.classWeights().size() + " numbers, but the data has " + classes + " classes");
        }
        int[] size = new int[classes];
        for (int label : data.labels()) {
            size[label]++;
        }
        double[] weights = new double[data.count()];
        for (int i = 0; i < weights.length; i++) {
            int label = data.labels()[i];
            double wanted =
                    order.classWeights().isEmpty() ? 1 : order.classWeights().get(label);
            weights[i] = wanted / size[label];
        }
        return weights;
    }

    /** The scores of the samples. */
    static float[] scores(Dataset data) {
        if (data.scores() == null) {
            throw new IllegalArgumentException("order: the data has no scores; name a column as data.csv.score");
        }
        return data.scores();
    }
}
