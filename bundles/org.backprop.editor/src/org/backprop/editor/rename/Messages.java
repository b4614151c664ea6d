package org.backprop.editor.rename;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String no_layer;

    static {
        initializeMessages("org.backprop.editor.rename.messages", Messages.class);
    }

    private Messages() {}
}
