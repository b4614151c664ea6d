package org.backprop.ui.launch;

import org.backprop.core.launch.LaunchAttributes;

/** Run As &gt; Neural Network Training. */
public final class TrainingLaunchShortcut extends ModelLaunchShortcut {
    /** Called by the platform. */
    public TrainingLaunchShortcut() {
        super(LaunchAttributes.TYPE, model -> true, Messages.shortcut_noModel);
    }
}
