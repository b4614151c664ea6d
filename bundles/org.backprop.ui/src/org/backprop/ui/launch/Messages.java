package org.backprop.ui.launch;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String shortcut_title;
    public static String shortcut_noModel;
    public static String shortcut_chooseModel;
    public static String shortcut_chooseConfiguration;
    public static String tab_name;
    public static String tab_modelGroup;
    public static String tab_model;
    public static String tab_modelHint;
    public static String tab_browse;
    public static String tab_overridesGroup;
    public static String tab_epochs;
    public static String tab_seed;
    public static String tab_parallel;
    public static String tab_asInFile;
    public static String tab_trainerGroup;
    public static String tab_backend;
    public static String tab_runs;
    public static String tab_runsHint;
    public static String dialog_title;

    static {
        initializeMessages("org.backprop.ui.launch.messages", Messages.class);
    }

    private Messages() {}
}
