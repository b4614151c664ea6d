package org.backprop.editor.outline;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String parameters;

    static {
        initializeMessages("org.backprop.editor.outline.messages", Messages.class);
    }

    private Messages() {}
}
