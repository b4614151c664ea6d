package org.backprop.core.runs;

import org.eclipse.osgi.util.NLS;

/** Texts of this package, from messages.properties. */
final class Messages extends NLS {
    public static String DeleteRuns_label;
    public static String SweepCommands_send;
    public static String WorkspaceRuns_follow;

    static {
        initializeMessages("org.backprop.core.runs.messages", Messages.class);
    }

    private Messages() {}
}
