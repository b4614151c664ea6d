package org.backprop.ui.control;

import org.eclipse.osgi.util.NLS;

/** Texts of this package, from messages.properties. */
final class Messages extends NLS {
    public static String Closing_cancel;
    public static String Closing_keep;
    public static String Closing_message;
    public static String Closing_remember;
    public static String Closing_stop;
    public static String Closing_title;
    public static String ControlPage_ask;
    public static String ControlPage_closing;
    public static String ControlPage_description;
    public static String ControlPage_grace;
    public static String ControlPage_keep;
    public static String ControlPage_stop;
    public static String Settings_apply;
    public static String Settings_message;
    public static String Settings_none;
    public static String Settings_notANumber;
    public static String Settings_title;
    public static String Settings_window;

    static {
        initializeMessages("org.backprop.ui.control.messages", Messages.class);
    }

    private Messages() {}
}
