package org.backprop.model;

import java.util.Optional;

/** A family of types of which a model file selects one by its key. */
public enum Family {
    /** Data sources. */
    DATA(DataSpec.class),
    /** Layers, and blocks of them. */
    LAYER(LayerEntry.class),
    /** Those of the layers that read sequences step by step. */
    RECURRENT(RecurrentLayer.class),
    /** Activation functions. */
    ACTIVATION(Activation.class),
    /** Losses. */
    LOSS(LossSpec.class),
    /** Optimizers. */
    OPTIMIZER(OptimizerSpec.class),
    /** Schedules of the learning rate. */
    SCHEDULE(ScheduleSpec.class),
    /** Initial values of parameters. */
    INITIALIZER(InitializerSpec.class),
    /** Changes of training samples. */
    AUGMENTATION(AugmentationSpec.class),
    /** Ways to clip a gradient. */
    CLIPPING(ClippingSpec.class),
    /** Penalties on weights and bounds for them. */
    REGULARIZER(RegularizerSpec.class),
    /** Averages of the parameters. */
    AVERAGING(AveragingSpec.class),
    /** Reasons to end a training early. */
    STOPPING(StoppingSpec.class),
    /** Which training samples an epoch takes, and in which order. */
    ORDER(OrderSpec.class),
    /** Measures of quality. */
    METRIC(MetricSpec.class),
    /** What tells which weights matter. */
    PRUNING(PruningSpec.class),
    /** When weights are removed. */
    PRUNING_SCHEDULE(PruningScheduleSpec.class),
    /** What may be removed only together. */
    PRUNING_PATTERN(PruningPatternSpec.class),
    /** Line searches. */
    LINE_SEARCH(LineSearchSpec.class),
    /** Ways to choose the settings of a sweep. */
    SEARCH(SearchSpec.class),
    /** Ranges that a sweep takes numbers from. */
    RANGE(SearchRange.class);

    private final Class<?> root;

    Family(Class<?> root) {
        this.root = root;
    }

    /** The sealed interface of the family's specs, or the enum. */
    public Class<?> root() {
        return root;
    }

    /** The name of a member in a sentence, such as {@code optimizer}. */
    public String noun() {
        return switch (this) {
            case DATA -> "data source";
            case RECURRENT -> "recurrent layer";
            case CLIPPING -> "kind of clipping";
            case AVERAGING -> "average";
            case STOPPING -> "reason to stop";
            case PRUNING -> "criterion";
            case PRUNING_SCHEDULE -> "pruning schedule";
            case PRUNING_PATTERN -> "pattern";
            case LINE_SEARCH -> "line search";
            case SEARCH -> "kind of search";
            default -> name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    /** The family with this root. */
    public static Optional<Family> of(Class<?> root) {
        for (Family family : values()) {
            if (family.root == root) {
                return Optional.of(family);
            }
        }
        return Optional.empty();
    }
}
