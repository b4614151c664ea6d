package org.backprop.views.curves;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String axis_loss;
    public static String axis_accuracy;
    public static String axis_epoch;
    public static String axis_step;
    public static String mark_change;
    public static String mark_command;
    public static String series_steps;
    public static String series_train;
    public static String series_validation;
    public static String title_epochs;
    public static String title_trainLoss;
    public static String title_validationLoss;
    public static String title_validationAccuracy;
    public static String empty_noRun;
    public static String empty_noPoint;
    public static String action_log;
    public static String action_logTip;
    public static String action_copy;
    public static String action_copyTip;
    public static String table_reduced;

    static {
        initializeMessages("org.backprop.views.curves.messages", Messages.class);
    }

    private Messages() {}
}
