package org.backprop.runlog.control;

/** Names of the environment variables by which an IDE tells its trainer where to connect. */
public final class ControlEnvironment {
    /** Loopback TCP port that the IDE has bound, decimal. Absent: nobody controls this trainer. */
    public static final String PORT = "BACKPROP_CONTROL_PORT";

    /** One-time token that the trainer sends in its first line. */
    public static final String TOKEN = "BACKPROP_CONTROL_TOKEN";

    private ControlEnvironment() {}
}
