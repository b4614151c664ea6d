package org.backprop.views.export;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String action_export;
    public static String action_exportTip;
    public static String dialog_title;
    public static String format_png;
    public static String format_svg;
    public static String format_csv;
    public static String svg_missing;
    public static String job;
    public static String failed;

    static {
        initializeMessages("org.backprop.views.export.messages", Messages.class);
    }

    private Messages() {}
}
