package org.backprop.ui;

/** Ids that plugin.xml files of the Backprop user interface declare and Java code needs. */
public final class UiIds {
    public static final String BUNDLE = "org.backprop.ui";
    public static final String PERSPECTIVE = "org.backprop.ui.perspective";
    public static final String SAMPLES_WIZARD = "org.backprop.ui.samplesWizard";
    public static final String NEW_PROJECT_WIZARD = "org.backprop.ui.newProject";
    public static final String EXAMPLE_WIZARD = "org.backprop.ui.newExample";
    public static final String NEW_MODEL_WIZARD = "org.backprop.editor.newModel";
    public static final String IMPORT_DATA_WIZARD = "org.backprop.editor.importData";
    public static final String LAUNCH_SHORTCUT = "org.backprop.ui.launchShortcut";
    public static final String LAUNCH_TAB_GROUP = "org.backprop.ui.launchTabGroup";
    public static final String SWEEP_SHORTCUT = "org.backprop.ui.sweepShortcut";
    public static final String SWEEP_TAB_GROUP = "org.backprop.ui.sweepTabGroup";
    public static final String PREFERENCES_PAGE = "org.backprop.ui.preferences";
    public static final String BACKENDS_PAGE = "org.backprop.ui.backends";
    public static final String EDITOR = "org.backprop.editor.model";
    public static final String CURVES_VIEW = "org.backprop.views.curves";
    public static final String GRADIENTS_VIEW = "org.backprop.views.gradients";
    public static final String SWEEP_VIEW = "org.backprop.views.sweep";
    public static final String DIAGNOSIS_VIEW = "org.backprop.views.diagnosis";
    public static final String DROPOUT_VIEW = "org.backprop.views.dropout";
    public static final String EVALUATION_VIEW = "org.backprop.views.evaluation";
    public static final String PRUNING_VIEW = "org.backprop.views.pruning";
    public static final String COMPARE_VIEW = "org.backprop.views.compare";
    public static final String RUNS_VIEW = "org.backprop.views.runs";

    private UiIds() {}
}
