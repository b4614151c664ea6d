package org.backprop.views.marks;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String mark_change;
    public static String mark_command;
    public static String mark_restart;

    static {
        initializeMessages("org.backprop.views.marks.messages", Messages.class);
    }

    private Messages() {}
}
