package org.backprop.views.evaluation.attempt;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String panel_loading;
    public static String panel_failed;
    public static String panel_picture;
    public static String panel_table;
    public static String panel_predicted;
    public static String panel_grey;
    public static String panel_color;
    public static String button_eraserTip;
    public static String button_clearTip;
    public static String preview_tip;
    public static String form_feature;
    public static String form_all;
    public static String form_noNumber;
    public static String button_pen;
    public static String button_eraser;
    public static String button_clear;
    public static String button_example;
    public static String button_exampleTip;
    public static String button_file;
    public static String button_fileTip;
    public static String button_reload;
    public static String button_reloadTip;
    public static String pick_title;

    static {
        initializeMessages("org.backprop.views.evaluation.attempt.messages", Messages.class);
    }

    private Messages() {}
}
