package org.backprop.views.evaluation;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String tab_result;
    public static String tab_matrix;
    public static String tab_classes;
    public static String tab_roc;
    public static String tab_precisionRecall;
    public static String tab_calibration;
    public static String tab_scatter;
    public static String tab_attempt;
    public static String tab_residuals;
    public static String bar_split;
    public static String bar_checkpoint;
    public static String bar_checkpointTip;
    public static String bar_evaluate;
    public static String bar_evaluateTip;
    public static String split_train;
    public static String split_validation;
    public static String split_test;
    public static String checkpoint_best;
    public static String checkpoint_last;
    public static String title_accuracy;
    public static String title_live;
    public static String title_outdated;
    public static String title_part;
    public static String title_errors;
    public static String matrix_caption;
    public static String matrix_percent;
    public static String matrix_percentTip;
    public static String matrix_tip;
    public static String samples_misclassified;
    public static String samples_cell;
    public static String samples_right;
    public static String samples_first;
    public static String samples_evaluate;
    public static String samples_wait;
    public static String samples_greatest;
    public static String gallery_taken;
    public static String gallery_tip;
    public static String gallery_notKept;
    public static String column_loss;
    public static String column_sample;
    public static String column_true;
    public static String column_predicted;
    public static String column_score;
    public static String column_values;
    public static String column_class;
    public static String column_precision;
    public static String column_recall;
    public static String column_f1;
    public static String column_auc;
    public static String column_averagePrecision;
    public static String column_support;
    public static String row_macro;
    public static String row_weighted;
    public static String axis_falsePositiveRate;
    public static String axis_truePositiveRate;
    public static String axis_recall;
    public static String axis_precision;
    public static String axis_confidence;
    public static String axis_accuracy;
    public static String axis_target;
    public static String axis_predicted;
    public static String axis_residual;
    public static String axis_samples;
    public static String series_chance;
    public static String series_calibrated;
    public static String series_bins;
    public static String series_samples;
    public static String series_output;
    public static String series_ideal;
    public static String calibration_error;
    public static String calibration_tip;
    public static String empty_noRun;
    public static String empty_notEvaluated;
    public static String empty_noWeights;
    public static String empty_broken;
    public static String action_evaluate;
    public static String action_evaluateTip;
    public static String action_copy;
    public static String action_copyTip;

    static {
        initializeMessages("org.backprop.views.evaluation.messages", Messages.class);
    }

    private Messages() {}
}
