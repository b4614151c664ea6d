package org.backprop.views.curves;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String axis_loss;
    public static String axis_accuracy;
    public static String axis_epoch;
    public static String axis_learningRate;
    public static String axis_step;
    public static String axis_time;
    public static String series_train;
    public static String series_validation;
    public static String series_test;
    public static String series_validationEnsemble;
    public static String series_testEnsemble;
    public static String series_planned;
    public static String title_runs;
    public static String title_reading;
    public static String title_epochs;
    public static String title_trainLoss;
    public static String title_validationLoss;
    public static String title_validationAccuracy;
    public static String empty_noRun;
    public static String empty_noPoint;
    public static String empty_nothingChosen;
    public static String action_choose;
    public static String action_chooseTip;
    public static String action_log;
    public static String action_logTip;
    public static String action_extremes;
    public static String action_extremesTip;
    public static String chooser_filter;
    public static String option_smoothing;
    public static String option_smoothingTip;
    public static String option_horizontal;
    public static String note_nonFinite;
    public static String note_nonFiniteOne;
    public static String note_outside;
    public static String note_outsideOne;
    public static String note_leftOut;
    public static String note_linear;
    public static String mark_snapshot;
    public static String action_copy;
    public static String action_copyTip;
    public static String table_reduced;

    static {
        initializeMessages("org.backprop.views.curves.messages", Messages.class);
    }

    private Messages() {}
}
