package org.backprop.views.diagnosis;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String action_copy;
    public static String action_copyTip;
    public static String action_openModel;
    public static String action_openModelTip;
    public static String axis_step;
    public static String checked;
    public static String column_fault;
    public static String column_layers;
    public static String column_message;
    public static String column_remedy;
    public static String column_since;
    public static String empty_noRun;
    public static String empty_nothing;
    public static String series_threshold;
    public static String since_start;
    public static String title;
    public static String unchecked;
    public static String unchecked_fault;

    static {
        initializeMessages("org.backprop.views.diagnosis.messages", Messages.class);
    }

    private Messages() {}
}
