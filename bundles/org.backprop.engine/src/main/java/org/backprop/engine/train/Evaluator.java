package org.backprop.engine.train;

import java.util.Optional;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.metrics.Measures;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;
import org.backprop.engine.pruning.Quality;
import org.backprop.engine.update.Regularization;

/** Evaluates a network on a data set, by passes that only predict. Not thread-safe: it uses the network's memory. */
public final class Evaluator {

    private final Network network;
    private final Batches batches;
    private final Regularization regularization;

    /**
     * Prepares the evaluation of {@code data}.
     *
     * @throws IllegalArgumentException if the data does not fit the network
     */
    public Evaluator(Network network, Dataset data) {
        this.network = network;
        batches = new Batches(network, data);
        regularization = new Regularization(network);
    }

    /** The quality on the first {@code most} samples, fewer if there are fewer; as {@link #evaluate}. */
    public Quality quality(int most) {
        EpochProgress progress = EpochProgress.NONE;
        double penalty = regularization.penalty();
        int count = Math.min(most, batches.count());
        for (int at = 0; at < count; ) {
            Plan plan = network.plan(Math.min(network.maxBatch(), count - at));
            batches.load(plan, null, at);
            plan.forward(Pass.INFERENCE);
            progress = progress.plus(plan.input().rows(), plan.loss() + penalty, plan.correct());
            at += plan.input().rows();
        }
        Evaluation evaluation = progress.evaluation(network.tellsClasses());
        return new Quality(evaluation.loss(), evaluation.accuracy(), evaluation.samples());
    }

    /** Evaluates the network with its current parameters; the loss has what penalties add to it, as in training. */
    public Evaluation evaluate() {
        EpochProgress progress = EpochProgress.NONE;
        double penalty = regularization.penalty();
        Optional<Measures> measures = network.measures();
        for (int at = 0; at < batches.count(); ) {
            Plan plan = network.plan(Math.min(network.maxBatch(), batches.count() - at));
            batches.load(plan, null, at);
            plan.forward(Pass.INFERENCE);
            measures.ifPresent(taken -> taken.add(plan.output(), plan.targets()));
            int samples = plan.input().rows();
            progress = progress.plus(samples, plan.loss() + penalty, plan.correct());
            at += samples;
        }
        Evaluation evaluation = progress.evaluation(network.tellsClasses());
        return measures.map(taken -> new Evaluation(
                        evaluation.samples(),
                        evaluation.loss(),
                        evaluation.accuracy(),
                        taken.values(),
                        taken.confusionMatrix()))
                .orElse(evaluation);
    }
}
