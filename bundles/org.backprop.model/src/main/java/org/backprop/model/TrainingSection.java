package org.backprop.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@code training} section.
 *
 * @param loss what is minimized
 * @param optimizer how
 * @param batchSize samples per step; 0 stands for the whole training set ({@code full} in the file)
 * @param epochs passes over the training set
 * @param shuffle whether each epoch takes the samples in a new order
 * @param seed seed of initial weights, shuffling and dropout
 * @param schedule how the learning rate changes; absent for not at all
 * @param clipping how the gradient is clipped; absent for not at all
 * @param regularizer penalties on the weights and bounds for them, of all layers that have none of their own
 * @param stopping reasons to end before the last epoch
 * @param accumulate batches whose mean gradient makes one update; the last update of an epoch takes those that are left
 * @param averaging the average of the parameters that is evaluated in their place; absent for none
 * @param lookahead slow parameters around the optimizer; absent for none
 * @param gradientNoise noise on the gradient; absent for none
 * @param metrics what is measured after each epoch, beside the loss and, where there are classes, the accuracy
 * @param snapshotEnsemble the models that are evaluated together in the end; absent for none
 * @param order which samples an epoch takes, and in which order; absent for what {@code shuffle} says
 * @param pruning which weights are removed, and when; absent for none
 */
@SpecType(key = "training", doc = "How the network is trained.")
public record TrainingSection(
        @SpecParameter(doc = "What training minimizes.") LossSpec loss,

        @SpecParameter(doc = "How the parameters are changed by a gradient.", byDefault = "adam")
        OptimizerSpec optimizer,

        @SpecParameter(
                doc = "Samples per step, or full for the whole training set.",
                byDefault = "64",
                min = 1,
                max = 10_000_000,
                unit = "samples",
                zeroWord = "full")
        int batchSize,

        @SpecParameter(
                doc = "Passes over the training set.",
                byDefault = "10",
                min = 1,
                max = 1_000_000,
                unit = "epochs")
        int epochs,

        @SpecParameter(doc = "Take the samples in a new order in each epoch.", byDefault = "true")
        boolean shuffle,

        @SpecParameter(doc = "Seed of initial weights, shuffling and dropout.", byDefault = "1")
        long seed,

        @SpecParameter(doc = "How the learning rate changes during training.", byDefault = "")
        Optional<ScheduleSpec> schedule,

        @SpecParameter(doc = "How the gradient is kept from being too great.", byDefault = "")
        Optional<ClippingSpec> clipping,

        @SpecParameter(
                doc = "Penalties on the weights and bounds for them, of all layers that have none of their own.",
                byDefault = "")
        List<RegularizerSpec> regularizer,

        @SpecParameter(doc = "Reasons to end the training before its last epoch.", byDefault = "")
        List<StoppingSpec> stopping,

        @SpecParameter(
                doc = "Batches whose mean gradient makes one update.",
                byDefault = "1",
                min = 1,
                max = 1_000_000,
                unit = "batches")
        int accumulate,

        @SpecParameter(
                doc = "An average of the parameters over the updates, which is evaluated in their place.",
                byDefault = "")
        Optional<AveragingSpec> averaging,

        @SpecParameter(
                doc = "Slow parameters that follow the optimizer's every few updates, and from which it goes on.",
                byDefault = "")
        Optional<Lookahead> lookahead,

        @SpecParameter(doc = "Normally distributed noise on the gradient that fades.", byDefault = "")
        Optional<GradientNoise> gradientNoise,

        @SpecParameter(
                doc =
                        "What is measured after each epoch. The loss and, where there are classes, the accuracy always are.",
                byDefault = "")
        List<MetricSpec> metrics,

        @SpecParameter(
                doc =
                        "Keeps the model before each restart of cosine_restarts and evaluates the mean of their predictions.",
                byDefault = "")
        Optional<SnapshotEnsemble> snapshotEnsemble,

        @SpecParameter(
                doc = "Which samples an epoch takes, and in which order; by default what shuffle says.",
                byDefault = "")
        Optional<OrderSpec> order,

        @SpecParameter(doc = "Which weights are removed, how many, and when.", byDefault = "")
        Optional<PruningSection> pruning)
        implements SelfChecking {

    /** Copies the lists. */
    public TrainingSection {
        regularizer = List.copyOf(regularizer);
        stopping = List.copyOf(stopping);
        metrics = List.copyOf(metrics);
    }

    /** Training without anything around the optimizer. */
    public TrainingSection(
            LossSpec loss, OptimizerSpec optimizer, int batchSize, int epochs, boolean shuffle, long seed) {
        this(
                loss,
                optimizer,
                batchSize,
                epochs,
                shuffle,
                seed,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public Optional<Inconsistency> inconsistency() {
        List<String> measured = metrics.stream().map(MetricSpec::key).toList();
        return followed()
                .map(Metric::of)
                .filter(metric -> metric.needsMeasuring() && !measured.contains(metric.measure()))
                .findFirst()
                .map(metric -> new Inconsistency(
                        "metrics", "must have " + metric.measure() + ", because " + metric + " is followed"))
                .or(this::withoutRestarts)
                .or(this::orderedTwice)
                .or(this::withoutLabels)
                .or(() -> pruning.flatMap(section -> section.after(epochs)))
                .or(() -> MinimizerCheck.of(this));
    }

    private Optional<Inconsistency> orderedTwice() {
        return order.isPresent() && !shuffle
                ? Optional.of(new Inconsistency("shuffle", "contradicts order, which says all: remove it"))
                : Optional.empty();
    }

    /** Which samples an epoch takes, and in which order. */
    public OrderSpec sampleOrder() {
        boolean shuffles = shuffle && !(optimizer instanceof MinimizerSpec spec && spec.needsFullBatch());
        return order.orElse(shuffles ? new ShuffleOrder() : new SequentialOrder());
    }

    private Optional<Inconsistency> withoutLabels() {
        boolean drawsLabels =
                optimizer instanceof Sophia sophia && sophia.estimator() == CurvatureEstimator.GAUSS_NEWTON_BARTLETT;
        boolean hasLabels = loss instanceof NllLoss || loss instanceof CrossEntropyLoss;
        return drawsLabels && !hasLabels
                ? Optional.of(
                        new Inconsistency(
                                "optimizer",
                                "draws labels to estimate the curvature, which needs the loss nll or cross_entropy: use estimator: hutchinson"))
                : Optional.empty();
    }

    private Optional<Inconsistency> withoutRestarts() {
        boolean restarts =
                schedule.filter(CosineRestartsSchedule.class::isInstance).isPresent();
        return snapshotEnsemble.isPresent() && !restarts
                ? Optional.of(new Inconsistency(
                        "snapshot_ensemble", "needs a schedule with restarts, such as schedule: {cosine_restarts: 10}"))
                : Optional.empty();
    }

    /** The metrics that schedule and stopping rules follow. */
    private Stream<String> followed() {
        Stream<String> bySchedule = schedule.stream()
                .filter(PlateauSchedule.class::isInstance)
                .map(plateau -> ((PlateauSchedule) plateau).metric());
        Stream<String> byRules = stopping.stream().flatMap(rule -> switch (rule) {
            case EarlyStopping early -> Stream.of(early.metric());
            case TargetMetricStopping target -> Stream.of(target.metric());
            case MaxTimeStopping time -> Stream.empty();
        });
        return Stream.concat(bySchedule, byRules);
    }

    /** Whether a step takes the whole training set. */
    public boolean fullBatch() {
        return batchSize == 0;
    }
}
