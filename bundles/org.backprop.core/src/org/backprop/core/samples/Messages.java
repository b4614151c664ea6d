package org.backprop.core.samples;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String copy_failed;
    public static String copy_task;
    public static String create_project;

    static {
        initializeMessages("org.backprop.core.samples.messages", Messages.class);
    }

    private Messages() {}
}
