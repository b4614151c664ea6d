package org.backprop.ui.control;

import org.backprop.core.launch.TrainerReattachment;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/** Finds the trainings of an earlier IDE again, and looks after those that live when this one is closed. */
public final class ControlStartup implements IStartup {
    @Override
    public void earlyStartup() {
        PlatformUI.getWorkbench().addWorkbenchListener(new ClosingWithTrainings());
        TrainerReattachment.reattach();
    }
}
