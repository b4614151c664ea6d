package org.backprop.ide.help;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    static String back;
    static String contents;
    static String forward;
    static String noBrowser;
    static String noPage;
    static String title;

    static {
        initializeMessages("org.backprop.ide.help.messages", Messages.class);
    }

    private Messages() {}
}
