package org.backprop.model;

import java.util.Optional;

/** A family of types of which a model file selects one by its key. */
public enum Family {
    /** Data sources. */
    DATA(DataSpec.class),
    /** Layers. */
    LAYER(LayerSpec.class),
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
    AUGMENTATION(AugmentationSpec.class);

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
        return this == DATA ? "data source" : name().toLowerCase(java.util.Locale.ROOT);
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
