package org.backprop.views.charts;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String crosshair_more;

    static {
        initializeMessages("org.backprop.views.charts.messages", Messages.class);
    }

    private Messages() {}
}
