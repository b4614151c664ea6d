package org.backprop.core.launch;

import java.util.Arrays;

import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IProcess;

/** The trainings that are under way in this IDE, which share the processors with a new one. */
final class OtherTrainings {
    private OtherTrainings() {}

    static int count() {
        return (int) Arrays.stream(DebugPlugin.getDefault().getLaunchManager().getProcesses())
                .filter(process ->
                        LaunchAttributes.PROCESS_TYPE.equals(process.getAttribute(IProcess.ATTR_PROCESS_TYPE)))
                .filter(process -> !process.isTerminated())
                .count();
    }
}
