package org.backprop.views;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String epochs_of;
    public static String state_running;
    public static String state_completed;
    public static String state_stopped;
    public static String state_failed;
    public static String state_interrupted;
    public static String state_unknown;

    static {
        initializeMessages("org.backprop.views.messages", Messages.class);
    }

    private Messages() {}
}
