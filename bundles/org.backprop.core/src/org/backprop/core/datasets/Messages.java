package org.backprop.core.datasets;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String copy_failed;
    public static String task;

    static {
        initializeMessages("org.backprop.core.datasets.messages", Messages.class);
    }

    private Messages() {}
}
