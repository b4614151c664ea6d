package org.backprop.core.evaluation;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String EvaluationJob_name;
    public static String EvaluationJob_loading;
    public static String EvaluationJob_failed;
    public static String Predictor_ended;

    static {
        initializeMessages("org.backprop.core.evaluation.messages", Messages.class);
    }

    private Messages() {}
}
