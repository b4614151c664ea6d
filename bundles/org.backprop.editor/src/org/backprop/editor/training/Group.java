package org.backprop.editor.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.backprop.model.form.FormField;

/** What stands together on the page. Parameters that are named nowhere stand in {@link #TRAINING}. */
enum Group {
    /** Where the samples come from. */
    DATA(false),
    /** What is not in another group. */
    TRAINING(false),
    /** What is minimized and measured. */
    LOSS(true, "loss", "metrics"),
    /** How the parameters change. */
    OPTIMIZER(true, "optimizer", "clipping", "averaging", "lookahead", "gradient_noise"),
    /** How the learning rate changes. */
    SCHEDULE(true, "schedule", "snapshot_ensemble"),
    /** Penalties and bounds. */
    REGULARIZATION(true, "regularizer"),
    /** What is removed. */
    PRUNING(true, "pruning"),
    /** When it ends. */
    STOPPING(true, "stopping"),
    /** What is recorded. */
    MONITORING(true);

    private final boolean right;
    private final List<String> keys;

    Group(boolean right, String... keys) {
        this.right = right;
        this.keys = List.of(keys);
    }

    /** Whether it stands in the right column. */
    boolean isRight() {
        return right;
    }

    /** Its fields among the sections of a file. */
    List<FormField> fields(Map<String, FormField> sections) {
        return switch (this) {
            case DATA -> sections.get("data").fields();
            case MONITORING -> sections.get("monitor").fields();
            case TRAINING ->
                sections.get("training").fields().stream()
                        .filter(field -> !named().contains(field.parameter().key()))
                        .toList();
            default ->
                keys.stream()
                        .flatMap(key -> sections.get("training").field(key).stream())
                        .toList();
        };
    }

    private static List<String> named() {
        List<String> all = new ArrayList<>();
        for (Group group : values()) {
            all.addAll(group.keys);
        }
        return all;
    }

    /** Its title. */
    String title() {
        return switch (this) {
            case DATA -> Messages.group_data;
            case TRAINING -> Messages.group_training;
            case LOSS -> Messages.group_loss;
            case OPTIMIZER -> Messages.group_optimizer;
            case SCHEDULE -> Messages.group_schedule;
            case REGULARIZATION -> Messages.group_regularization;
            case PRUNING -> Messages.group_pruning;
            case STOPPING -> Messages.group_stopping;
            case MONITORING -> Messages.group_monitoring;
        };
    }
}
