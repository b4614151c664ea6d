package org.backprop.ui.samples;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String sample_missing;
    public static String startup_import;
    public static String startup_open;
    public static String wizard_title;
    public static String wizard_description;
    public static String wizard_create;
    public static String wizard_complete;

    static {
        initializeMessages("org.backprop.ui.samples.messages", Messages.class);
    }

    private Messages() {}
}
