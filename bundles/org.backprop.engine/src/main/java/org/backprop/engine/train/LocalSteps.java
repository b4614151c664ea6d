package org.backprop.engine.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.network.Network;
import org.backprop.engine.pruning.Masks;
import org.backprop.engine.update.Regularization;
import org.backprop.engine.update.Updates;
import org.backprop.model.TrainingSection;

/** Makes the steps of one worker's rounds of local SGD. */
final class LocalSteps {
    private static final double[] NONE = {};
    private static final int[][] NO_COUNTS = {};

    private final PartForward forward;
    private final Regularization regularization;
    private final Updates updates;
    private final RoundState state;
    private final UpdateNorms norms;
    private final LayerHistograms histograms;

    /** For the network that a forward pass is made with. */
    LocalSteps(Network network, TrainingSection settings, int stepsPerEpoch, PartForward forward) {
        this.forward = forward;
        regularization = new Regularization(network);
        Masks masks = new Masks(network);
        updates = new Updates(network, settings, regularization, masks, stepsPerEpoch, null, null);
        state = new RoundState(network, updates, masks, new LiveSettings(settings, updates, network, Optional.empty()));
        norms = Watch.norms(network);
        histograms = new LayerHistograms(network);
    }

    RoundSums make(Round round, RoundStart start) {
        state.set(start);
        double weight = 0;
        List<StepSums> made = new ArrayList<>();
        for (Round.Step step : round.steps()) {
            BatchSums sums = forward.run(step.batch());
            BatchSums batch = sums.plusPenalty(regularization.penalty());
            if (!Double.isFinite(batch.loss())) {
                RoundSums.Failure failure =
                        new RoundSums.Failure(step.batch().step(), forward.firstNonFinite(), batch.meanLoss());
                return new RoundSums(1, weight, new float[0][], start.numbers(), made, List.of(failure));
            }
            weight += batch.weight();
            made.add(step(step, batch));
        }
        return new RoundSums(1, weight, state.changes(start, weight), state.numbers(), made, List.of());
    }

    private StepSums step(Round.Step step, BatchSums batch) {
        forward.backward();
        long number = step.batch().step() + 1;
        boolean update = updates.collect(number);
        int[][] gradients = step.histograms() ? histograms.countGradients() : NO_COUNTS;
        int[][] parameters = step.histograms() ? histograms.countParameters() : NO_COUNTS;
        boolean withNorms = update && step.norms();
        if (update) {
            updates.apply(number, batch.meanLoss(), withNorms ? norms : null);
        }
        boolean withClipping = update && updates.clipping() != null;
        return new StepSums(
                batch,
                withNorms ? norms.squares() : NONE,
                withClipping ? updates.clipping().sums() : NONE,
                gradients,
                parameters);
    }
}
