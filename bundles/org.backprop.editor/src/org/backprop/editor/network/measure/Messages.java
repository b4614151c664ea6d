package org.backprop.editor.network.measure;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String activation_mean;
    public static String activation_std;
    public static String activation_zeros;
    public static String color_by;
    public static String color_by_tip;
    public static String dead;
    public static String gradient_norm;
    public static String kinds;
    public static String legend;
    public static String legend_running;
    public static String no_run;
    public static String not_recorded;
    public static String saturated;
    public static String sparsity;
    public static String update_ratio;

    static {
        initializeMessages("org.backprop.editor.network.measure.messages", Messages.class);
    }

    private Messages() {}
}
