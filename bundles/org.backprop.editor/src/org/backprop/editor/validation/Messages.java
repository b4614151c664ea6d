package org.backprop.editor.validation;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String restoringMarkers;

    static {
        initializeMessages("org.backprop.editor.validation.messages", Messages.class);
    }

    private Messages() {}
}
