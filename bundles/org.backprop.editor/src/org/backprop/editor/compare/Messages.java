package org.backprop.editor.compare;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String changed;
    public static String comparing;
    public static String layer;
    public static String moved;
    public static String only_left;
    public static String only_right;
    public static String same;
    public static String title;
    public static String unreadable;
    public static String value;

    static {
        initializeMessages("org.backprop.editor.compare.messages", Messages.class);
    }

    private Messages() {}
}
