package org.backprop.core.exchange;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String Exchange_export;
    public static String Exchange_import;
    public static String Exchange_ended;
    public static String Exchange_noModel;

    static {
        initializeMessages("org.backprop.core.exchange.messages", Messages.class);
    }

    private Messages() {}
}
