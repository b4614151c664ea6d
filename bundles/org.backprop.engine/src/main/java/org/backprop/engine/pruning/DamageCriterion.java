package org.backprop.engine.pruning;

import org.backprop.engine.curvature.NetworkCurvature;
import org.backprop.engine.kernels.View;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;
import org.backprop.model.DiagonalEstimator;
import org.backprop.model.OptimalBrainDamage;

/** See {@link OptimalBrainDamage}. */
final class DamageCriterion implements Criterion {

    private final OptimalBrainDamage spec;
    private final NetworkCurvature curvature;
    private final View diagonal;

    /** @throws PruneException if the network has a layer without the recursion; the message names the alternative */
    DamageCriterion(OptimalBrainDamage spec, Network network) throws PruneException {
        this.spec = spec;
        curvature = new NetworkCurvature(network);
        if (spec.estimator() == DiagonalEstimator.RECURSION
                && curvature.diagonalObstacle().isPresent()) {
            throw new PruneException(curvature.diagonalObstacle().get());
        }
        int length = network.parameterVector().orElseThrow().length();
        diagonal = network.kernels().allocate(length).view(0, 1, length);
    }

    @Override
    public float[] measure(Measurement measurement) {
        double[] sums = new double[measurement.weights().length];
        int count = measurement.count(spec.samples());
        int[] batch = {0};
        measurement.train(spec.samples(), plan -> {
            curvature.at(plan, measurement.pass());
            add(plan, (double) plan.input().rows() / count, measurement.seed(), batch[0]++, sums);
        });
        float[] saliencies = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            double weight = measurement.weights()[i];
            saliencies[i] = (float) (sums[i] * weight * weight / 2);
        }
        return saliencies;
    }

    private void add(Plan plan, double share, long seed, long batch, double[] sums) {
        int draws = spec.estimator() == DiagonalEstimator.RECURSION ? 1 : spec.draws();
        for (int draw = 0; draw < draws; draw++) {
            if (spec.estimator() == DiagonalEstimator.RECURSION) {
                curvature.diagonal(diagonal);
            } else {
                curvature.hutchinson(seed, batch * draws + draw, diagonal);
            }
            float[] values = diagonal.toArray();
            for (int i = 0; i < values.length; i++) {
                sums[i] += share / draws * values[i];
            }
        }
    }
}
