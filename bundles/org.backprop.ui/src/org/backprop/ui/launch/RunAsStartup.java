package org.backprop.ui.launch;

import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.ui.IStartup;

/**
 * Activates the debug UI. Whether a file can be launched is asked of it only when it is active; on a platform without
 * other launchers nothing else would activate it, and the context menu of a model file would lack Run As.
 */
public final class RunAsStartup implements IStartup {
    @Override
    public void earlyStartup() {
        DebugUITools.getPreferenceStore();
    }
}
