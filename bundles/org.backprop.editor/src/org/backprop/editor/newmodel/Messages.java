package org.backprop.editor.newmodel;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String wizard_title;
    public static String template_title;
    public static String template_description;
    public static String file_title;
    public static String file_description;
    public static String file_noProject;
    public static String facts_data;
    public static String facts_samples;
    public static String facts_shape;
    public static String facts_classes;
    public static String facts_network;
    public static String facts_training;

    static {
        initializeMessages("org.backprop.editor.newmodel.messages", Messages.class);
    }

    private Messages() {}
}
