package org.backprop.views.pruning;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String column_layer;
    public static String column_weights;
    public static String column_kept;
    public static String column_sparsity;
    public static String column_threshold;
    public static String column_lastPruning;
    public static String title_sparsity;
    public static String title_cost;
    public static String axis_step;
    public static String axis_sparsity;
    public static String axis_count;
    public static String axis_weight;
    public static String axis_magnitude;
    public static String axis_saliency;
    public static String axis_size;
    public static String series_layer;
    public static String series_all;
    public static String series_events;
    public static String series_median;
    public static String bands_tip;
    public static String saliency_tip;
    public static String mask_shape;
    public static String mask_kept;
    public static String mask_pruned;
    public static String mask_caption;
    public static String mask_tiles;
    public static String mask_none;
    public static String prune_criterion;
    public static String prune_scope;
    public static String prune_layer;
    public static String prune_all;
    public static String prune_apply;
    public static String prune_applyTip;
    public static String prune_undo;
    public static String prune_undoTip;
    public static String prune_whatIf;
    public static String prune_drag;
    public static String prune_asking;
    public static String prune_noTrainer;
    public static String answer_whatIf;
    public static String answer_sparsity;
    public static String answer_accuracy;
    public static String answer_loss;
    public static String answer_samples;
    public static String answer_pruned;
    public static String answer_undone;
    public static String answer_refused;
    public static String problem_noSaliency;
    public static String problem_noWeights;
    public static String problem_aboveAll;
    public static String problem_everything;
    public static String problem_nothing;
    public static String empty_noRun;
    public static String empty_noLayer;
    public static String action_log;
    public static String action_logTip;
    public static String action_copy;
    public static String action_copyTip;

    static {
        initializeMessages("org.backprop.views.pruning.messages", Messages.class);
    }

    private Messages() {}
}
