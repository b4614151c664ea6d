package org.backprop.core.diagnosis;

import org.eclipse.osgi.util.NLS;

/** Texts of this package, from messages.properties. */
final class Messages extends NLS {
    public static String RunDiagnoser_diagnose;

    static {
        initializeMessages("org.backprop.core.diagnosis.messages", Messages.class);
    }

    private Messages() {}
}
