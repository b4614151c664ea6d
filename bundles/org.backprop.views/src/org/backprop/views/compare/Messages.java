package org.backprop.views.compare;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String axis_epoch;
    public static String metric;
    public static String column_metric;
    public static String column_path;
    public static String row_state;
    public static String row_epochs;
    public static String row_duration;
    public static String row_best;
    public static String row_last;
    public static String tab_curves;
    public static String tab_metrics;
    public static String tab_differences;
    public static String tab_parallel;
    public static String status_runs;
    public static String status_differences;
    public static String status_brush;
    public static String status_brushed;
    public static String empty;
    public static String axes_title;
    public static String axes_message;
    public static String action_axes;
    public static String action_axesTip;
    public static String action_clear;
    public static String action_clearTip;
    public static String action_log;
    public static String action_logTip;
    public static String action_copy;
    public static String action_copyTip;

    static {
        initializeMessages("org.backprop.views.compare.messages", Messages.class);
    }

    private Messages() {}
}
