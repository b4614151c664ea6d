package org.backprop.model;

import java.util.Optional;
import java.util.stream.Stream;

import org.backprop.model.SelfChecking.Inconsistency;

/** Checks that a training with a minimizer asks for nothing that minimizers do not do. */
final class MinimizerCheck {

    private final TrainingSection training;
    private final MinimizerSpec minimizer;
    private final TypeInfo type;

    private MinimizerCheck(TrainingSection training, MinimizerSpec minimizer) {
        this.training = training;
        this.minimizer = minimizer;
        type = Catalogue.describe(((Record) minimizer).getClass());
    }

    /** The first contradiction; none for other optimizers. */
    static Optional<Inconsistency> of(TrainingSection training) {
        return training.optimizer() instanceof MinimizerSpec minimizer
                ? new MinimizerCheck(training, minimizer).first()
                : Optional.empty();
    }

    private Optional<Inconsistency> first() {
        return Stream.of(batchSize(), loss(), schedule(), unused())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Inconsistency> batchSize() {
        return problem(
                minimizer.needsFullBatch() && !training.fullBatch(),
                "batch_size",
                "is " + training.batchSize() + ", but " + type.key()
                        + " needs the exact loss: write batch_size: full, or use an optimizer for mini-batches such as multi_batch_lbfgs");
    }

    private Optional<Inconsistency> loss() {
        return problem(
                minimizer instanceof LevenbergMarquardt && !(training.loss() instanceof MseLoss),
                "loss",
                "must be mse, because levenberg_marquardt minimizes sums of squares; lbfgs minimizes any loss");
    }

    private Optional<Inconsistency> schedule() {
        return problem(
                training.schedule().isPresent()
                        && type.parameter("learning_rate").isEmpty(),
                "schedule",
                "has nothing to change, because " + type.key() + " has no learning rate: leave it out");
    }

    private Optional<Inconsistency> unused() {
        return notUsed(training.clipping().isPresent(), "clipping")
                .or(() -> notUsed(training.accumulate() > 1, "accumulate"))
                .or(() -> notUsed(training.lookahead().isPresent(), "lookahead"))
                .or(() -> notUsed(training.gradientNoise().isPresent(), "gradient_noise"))
                .or(() -> notUsed(training.order().isPresent() && minimizer.needsFullBatch(), "order"));
    }

    private Optional<Inconsistency> notUsed(boolean given, String key) {
        return problem(given, key, "is not used by " + type.key() + ": leave it out");
    }

    private static Optional<Inconsistency> problem(boolean wrong, String key, String message) {
        return wrong ? Optional.of(new Inconsistency(key, message)) : Optional.empty();
    }
}
