package org.backprop.views.sweep;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String column_trial;
    public static String column_setting;
    public static String column_seed;
    public static String column_state;
    public static String column_epochs;
    public static String column_time;
    public static String column_toTarget;
    public static String column_trainLoss;
    public static String column_validationLoss;
    public static String column_accuracy;
    public static String column_rank;
    public static String column_trials;
    public static String state_waiting;
    public static String state_skipped;
    public static String title;
    public static String choose;
    public static String choose_newest;
    public static String axis_epoch;
    public static String axis_time;
    public static String spread;
    public static String epochs_of;
    public static String empty_noSweep;
    public static String action_stop;
    public static String action_stopTip;
    public static String action_skip;
    public static String action_skipTip;
    public static String action_open;
    public static String action_openTip;
    public static String action_time;
    public static String action_timeTip;
    public static String action_log;
    public static String action_logTip;
    public static String action_copy;
    public static String action_copyTip;
    public static String action_export;
    public static String action_exportTip;
    public static String export_job;
    public static String export_failed;

    static {
        initializeMessages("org.backprop.views.sweep.messages", Messages.class);
    }

    private Messages() {}
}
