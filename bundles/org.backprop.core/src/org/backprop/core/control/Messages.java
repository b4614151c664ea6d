package org.backprop.core.control;

import org.eclipse.osgi.util.NLS;

/** Texts of this package, from messages.properties. */
final class Messages extends NLS {
    public static String Conversation_ended;

    static {
        initializeMessages("org.backprop.core.control.messages", Messages.class);
    }

    private Messages() {}
}
