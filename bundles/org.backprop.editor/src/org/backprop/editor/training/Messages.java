package org.backprop.editor.training;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String add;
    public static String automatic;
    public static String browse;
    public static String browse_hint;
    public static String browse_title;
    public static String by_default;
    public static String classes_all;
    public static String classes_bars;
    public static String classes_class;
    public static String classes_test;
    public static String classes_train;
    public static String classes_validation;
    public static String default_is;
    public static String down;
    public static String down_hint;
    public static String group_data;
    public static String group_loss;
    public static String group_monitoring;
    public static String group_optimizer;
    public static String group_pruning;
    public static String group_regularization;
    public static String group_schedule;
    public static String group_stopping;
    public static String group_training;
    public static String help;
    public static String help_hint;
    public static String item;
    public static String more_problems;
    public static String none;
    public static String or_word;
    public static String preview_again;
    public static String preview_cancel;
    public static String preview_canceled;
    public static String preview_incomplete;
    public static String preview_job;
    public static String preview_others;
    public static String preview_reading;
    public static String preview_sets;
    public static String problem_at;
    public static String remove;
    public static String remove_hint;
    public static String required;
    public static String reset;
    public static String reset_hint;
    public static String samples_feature;
    public static String samples_plain;
    public static String samples_target;
    public static String samples_variant;
    public static String samples_varied;
    public static String schedule_epoch;
    public static String schedule_incomplete;
    public static String schedule_minimizer;
    public static String schedule_name;
    public static String schedule_reading;
    public static String schedule_steps;
    public static String schedule_unknown;
    public static String schedule_warmup;
    public static String title;
    public static String unreadable;
    public static String up;
    public static String up_hint;

    static {
        initializeMessages("org.backprop.editor.training.messages", Messages.class);
    }

    private Messages() {}
}
