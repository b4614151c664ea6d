package org.backprop.ui.help;

import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;

/** The contexts of {@code contexts.xml} in {@code org.backprop.help}, by their names there. */
public final class HelpContexts {
    public static final String EDITOR = "editor";
    public static final String LAUNCH_MODEL = "launch_model";
    public static final String LAUNCH_DATA = "launch_data";
    public static final String LAUNCH_TRAINER = "launch_trainer";
    public static final String LAUNCH_BACKEND = "launch_backend";
    public static final String LAUNCH_MONITORING = "launch_monitoring";
    public static final String PREFERENCES = "preferences";
    public static final String PREFERENCES_TEMPLATES = "preferences_templates";
    public static final String PREFERENCES_BACKENDS = "preferences_backends";
    public static final String SAMPLES_WIZARD = "samples_wizard";
    public static final String PROJECT_WIZARD = "project_wizard";
    public static final String EXAMPLE_WIZARD = "example_wizard";
    public static final String MODEL_WIZARD = "model_wizard";
    public static final String DATA_WIZARD = "data_wizard";
    public static final String EXPORT_WIZARD = "export_wizard";
    public static final String IMPORT_WIZARD = "import_wizard";
    public static final String SETTINGS_DIALOG = "settings_dialog";
    public static final String NOTES_DIALOG = "notes_dialog";
    public static final String COLUMNS_DIALOG = "columns_dialog";
    public static final String MODEL_FILE_DIALOG = "model_file_dialog";

    private static final String PREFIX = "org.backprop.help.";

    private HelpContexts() {}

    /** The whole id of a context. */
    public static String id(String name) {
        return PREFIX + name;
    }

    /** Makes F1 show a context while the focus is in a control. */
    public static void set(Control control, String name) {
        PlatformUI.getWorkbench().getHelpSystem().setHelp(control, id(name));
    }

    /** The same for a view, whose context has the last part of its id as name. */
    public static void setForView(Control control, String viewId) {
        set(control, viewId.substring(viewId.lastIndexOf('.') + 1));
    }
}
