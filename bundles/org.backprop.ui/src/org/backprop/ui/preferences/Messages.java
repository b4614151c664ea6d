package org.backprop.ui.preferences;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String training_description;
    public static String training_closing;
    public static String training_closingAsk;
    public static String training_closingKeep;
    public static String training_closingStop;
    public static String training_grace;
    public static String backends_description;
    public static String backends_name;
    public static String backends_state;
    public static String backends_summary;
    public static String backends_details;
    public static String backends_install;
    public static String backends_folder;
    public static String backends_uninstall;
    public static String backends_refresh;
    public static String backends_asking;
    public static String backends_ready;
    public static String backends_notInstalled;
    public static String backends_cannotRun;
    public static String install_title;
    public static String uninstall_title;
    public static String uninstall_question;
    public static String install_question;
    public static String install_folder;

    static {
        initializeMessages("org.backprop.ui.preferences.messages", Messages.class);
    }

    private Messages() {}
}
