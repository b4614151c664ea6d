package org.backprop.ui.wizards;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String project_title;
    public static String project_description;
    public static String contents_description;
    public static String contents_validated;
    public static String contents_validatedTip;
    public static String contents_empty;
    public static String contents_example;
    public static String example_title;
    public static String example_description;
    public static String example_name;
    public static String name_missing;
    public static String name_exists;

    static {
        initializeMessages("org.backprop.ui.wizards.messages", Messages.class);
    }

    private Messages() {}
}
