package org.backprop.ui.launch;

import org.backprop.core.launch.LaunchAttributes;

/** Run As &gt; Optimizer Race. */
public final class SweepLaunchShortcut extends ModelLaunchShortcut {
    /** Called by the platform. */
    public SweepLaunchShortcut() {
        super(LaunchAttributes.SWEEP_TYPE);
    }
}
