package org.backprop.core.backends;

import org.eclipse.osgi.util.NLS;

/** Texts of this package, from messages.properties. */
final class Messages extends NLS {
    public static String CpuFeatures_list;
    public static String Installation_notInstalled;
    public static String SparkBackend_ready;
    public static String Installation_noInstaller;
    public static String Installation_noJava;
    public static String NativeBackend_missing;
    public static String NativeBackend_processors;
    public static String Probe_noAnswer;

    static {
        initializeMessages("org.backprop.core.backends.messages", Messages.class);
    }

    private Messages() {}
}
