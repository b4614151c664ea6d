package org.backprop.ui.launch;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.debug.ui.actions.ILaunchable;

/**
 * Declares that resources can be launched. The debug UI shows Run As for objects that have an adapter to the marker
 * {@link ILaunchable}, and then lists the shortcuts that fit; it never asks for the adapter itself.
 */
public final class LaunchableResources implements IAdapterFactory {
    @Override
    public <T> T getAdapter(Object adaptable, Class<T> type) {
        return null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {ILaunchable.class};
    }
}
