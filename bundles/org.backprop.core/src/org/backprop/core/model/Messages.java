package org.backprop.core.model;

import org.eclipse.osgi.util.NLS;

/** Texts of this package, from messages.properties. */
final class Messages extends NLS {
    public static String ModelBuilder_validating;

    static {
        initializeMessages("org.backprop.core.model.messages", Messages.class);
    }

    private Messages() {}
}
