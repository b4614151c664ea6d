package org.backprop.views.runs;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String column_name;
    public static String column_model;
    public static String column_state;
    public static String column_started;
    public static String column_duration;
    public static String column_epochs;
    public static String column_accuracy;
    public static String column_loss;
    public static String empty_noRun;
    public static String action_refresh;
    public static String action_refreshTip;
    public static String action_openFolder;
    public static String action_openFolderTip;
    public static String action_openModel;
    public static String action_openModelTip;
    public static String action_copy;
    public static String action_copyTip;
    public static String action_again;
    public static String action_againTip;
    public static String action_resume;
    public static String action_resumeTip;
    public static String action_withSeed;
    public static String action_withSeedTip;
    public static String details_device;
    public static String details_seed;

    static {
        initializeMessages("org.backprop.views.runs.messages", Messages.class);
    }

    private Messages() {}
}
