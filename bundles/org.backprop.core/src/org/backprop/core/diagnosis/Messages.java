package org.backprop.core.diagnosis;

import org.eclipse.osgi.util.NLS;

/** Texts of this package, from messages.properties. */
final class Messages extends NLS {
    public static String RunDiagnoser_diagnose;
    public static String Remedies_activation;
    public static String Remedies_activations;
    public static String Remedies_initializer;
    public static String Remedies_initializers;
    public static String Remedies_clipping;
    public static String Remedies_divideRate;
    public static String Remedies_multiplyRate;
    public static String Remedies_earlyStopping;
    public static String Remedies_weightDecay;
    public static String Remedies_dropout;
    public static String Remedies_standardize;
    public static String Remedies_weighted;

    static {
        initializeMessages("org.backprop.core.diagnosis.messages", Messages.class);
    }

    private Messages() {}
}
