package org.backprop.editor.fixes;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String remedy_description;
    public static String remedy_gone;
    public static String problem_description;
    public static String problem_refused;
    public static String show_label;
    public static String show_description;

    static {
        initializeMessages("org.backprop.editor.fixes.messages", Messages.class);
    }

    private Messages() {}
}
