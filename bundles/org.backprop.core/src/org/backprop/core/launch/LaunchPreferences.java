package org.backprop.core.launch;

import java.time.Duration;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;

/** Preferences of launching: their keys, their defaults and their values. */
public final class LaunchPreferences extends AbstractPreferenceInitializer {
    /** The preference node. */
    public static final String NODE = "org.backprop.core";

    /** Integer, seconds, at least 0: how long Terminate waits for the checkpoint before it kills the trainer. */
    public static final String GRACE_SECONDS = "terminate.graceSeconds";

    /** String: what becomes of trainings when the IDE is closed, {@link #ASK}, {@link #KEEP} or {@link #STOP}. */
    public static final String CLOSING = "closing.trainings";

    /** Value of {@link #CLOSING}: the user is asked. */
    public static final String ASK = "ask";

    /** Value of {@link #CLOSING}: trainings go on. */
    public static final String KEEP = "keep";

    /** Value of {@link #CLOSING}: trainings stop with a checkpoint. */
    public static final String STOP = "stop";

    private static final int DEFAULT_GRACE_SECONDS = 20;

    @Override
    public void initializeDefaultPreferences() {
        DefaultScope.INSTANCE.getNode(NODE).putInt(GRACE_SECONDS, DEFAULT_GRACE_SECONDS);
        DefaultScope.INSTANCE.getNode(NODE).put(CLOSING, ASK);
    }

    /** Returns how long a trainer that was asked to stop may take before it is killed. */
    public static Duration grace() {
        int seconds = Platform.getPreferencesService().getInt(NODE, GRACE_SECONDS, DEFAULT_GRACE_SECONDS, null);
        return Duration.ofSeconds(Math.max(0, seconds));
    }

    /** Returns what becomes of trainings when the IDE is closed. */
    public static String closing() {
        return Platform.getPreferencesService().getString(NODE, CLOSING, ASK, null);
    }
}
