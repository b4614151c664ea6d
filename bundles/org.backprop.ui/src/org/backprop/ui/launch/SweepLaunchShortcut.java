package org.backprop.ui.launch;

import org.backprop.core.launch.LaunchAttributes;
import org.backprop.core.model.Sweeps;

/** Run As &gt; Optimizer Race. */
public final class SweepLaunchShortcut extends ModelLaunchShortcut {
    /** Called by the platform. */
    public SweepLaunchShortcut() {
        super(LaunchAttributes.SWEEP_TYPE, Sweeps::has, Messages.shortcut_noSweep);
    }
}
