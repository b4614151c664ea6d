package org.backprop.editor;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String no_declaration;
    public static String network;
    public static String source;
    public static String training;

    static {
        initializeMessages("org.backprop.editor.messages", Messages.class);
    }

    private Messages() {}
}
