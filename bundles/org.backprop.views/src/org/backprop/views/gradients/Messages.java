package org.backprop.views.gradients;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String quantity_gradientNorm;
    public static String quantity_weightNorm;
    public static String quantity_updateRatio;
    public static String quantity_clipped;
    public static String quantity_mean;
    public static String quantity_std;
    public static String quantity_dead;
    public static String quantity_saturated;
    public static String quantity_zeros;
    public static String column_layer;
    public static String column_gradientNorm;
    public static String column_weightNorm;
    public static String column_updateRatio;
    public static String column_clipped;
    public static String column_mean;
    public static String column_std;
    public static String column_dead;
    public static String column_saturated;
    public static String column_zeros;
    public static String column_note;
    public static String note_nonFinite;
    public static String tip_value;
    public static String distribution_gradients;
    public static String distribution_weights;
    public static String distribution_activations;
    public static String choice_quantityTip;
    public static String choice_distributionTip;
    public static String series_range;
    public static String series_before;
    public static String series_after;
    public static String axis_step;
    public static String guide;
    public static String tip_fired;
    public static String heat_cell;
    public static String heat_none;
    public static String ridge_tip;
    public static String title_nonFinite;
    public static String title_cost;
    public static String title_whole;
    public static String title_steps;
    public static String title_elements;
    public static String title_layerSteps;
    public static String title_units;
    public static String title_norms;
    public static String caption_none;
    public static String caption_lines;
    public static String caption_some;
    public static String caption_heat;
    public static String caption_ridge;
    public static String blank_norms;
    public static String blank_clipping;
    public static String blank_wholeClipped;
    public static String blank_dead;
    public static String blank_saturated;
    public static String blank_statistics;
    public static String blank_histograms;
    public static String blank_activations;
    public static String empty_noRun;
    public static String empty_noLayer;
    public static String empty_otherTool;
    public static String action_heat;
    public static String action_heatTip;
    public static String action_ridge;
    public static String action_ridgeTip;
    public static String action_model;
    public static String action_modelTip;
    public static String action_copy;
    public static String action_copyTip;

    static {
        initializeMessages("org.backprop.views.gradients.messages", Messages.class);
    }

    private Messages() {}
}
