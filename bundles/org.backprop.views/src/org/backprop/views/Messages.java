package org.backprop.views;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String action_link;
    public static String action_linkTip;
    public static String action_new;
    public static String action_newTip;
    public static String action_pin;
    public static String action_pinTip;
    public static String empty_noRunOfModel;
    public static String empty_new;
    public static String empty_pinnedGone;
    public static String epochs_of;
    public static String state_running;
    public static String state_paused;
    public static String state_completed;
    public static String state_stopped;
    public static String state_failed;
    public static String state_interrupted;
    public static String state_unknown;
    public static String time_at;
    public static String time_atTip;
    public static String time_from;
    public static String time_fromTip;
    public static String time_live;
    public static String time_step;
    public static String time_stepOfEpoch;

    static {
        initializeMessages("org.backprop.views.messages", Messages.class);
    }

    private Messages() {}
}
