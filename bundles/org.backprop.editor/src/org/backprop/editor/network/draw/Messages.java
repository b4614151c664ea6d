package org.backprop.editor.network.draw;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String frame;
    public static String input;
    public static String parameters;

    static {
        initializeMessages("org.backprop.editor.network.draw.messages", Messages.class);
    }

    private Messages() {}
}
