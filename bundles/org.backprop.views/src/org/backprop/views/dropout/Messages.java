package org.backprop.views.dropout;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String kind_dropout;
    public static String kind_alpha;
    public static String kind_spatial;
    public static String kind_depth;
    public static String kind_gaussian;
    public static String column_layer;
    public static String column_kind;
    public static String column_units;
    public static String column_keep;
    public static String column_actual;
    public static String column_band;
    public static String column_last;
    public static String column_verdict;
    public static String column_unit;
    public static String column_kept;
    public static String column_share;
    public static String column_deviation;
    public static String column_chance;
    public static String column_note;
    public static String verdict_noMask;
    public static String verdict_notRecorded;
    public static String verdict_expected;
    public static String verdict_outside;
    public static String verdict_stuck;
    public static String note_alwaysDropped;
    public static String note_neverDropped;
    public static String tip_none;
    public static String tip_layer;
    public static String tip_kept;
    public static String tip_dropped;
    public static String tip_units;
    public static String tip_mask;
    public static String tip_gate;
    public static String tip_pair;
    public static String gate_kept;
    public static String gate_skipped;
    public static String title_step;
    public static String title_frozen;
    public static String title_cost;
    public static String caption_layers;
    public static String caption_masks;
    public static String caption_units;
    public static String caption_noCounts;
    public static String caption_noMask;
    public static String caption_coDrop;
    public static String caption_chance;
    public static String caption_onePair;
    public static String empty_noRun;
    public static String empty_noLayer;
    public static String empty_otherTool;
    public static String empty_noMask;
    public static String message_frozen;
    public static String message_unfrozen;
    public static String message_refused;
    public static String action_freeze;
    public static String action_freezeTip;
    public static String action_units;
    public static String action_unitsTip;
    public static String action_coDrop;
    public static String action_coDropTip;
    public static String action_all;
    public static String action_allTip;
    public static String action_copy;
    public static String action_copyTip;

    static {
        initializeMessages("org.backprop.views.dropout.messages", Messages.class);
    }

    private Messages() {}
}
