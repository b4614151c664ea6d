package org.backprop.ui.launch;

import java.nio.file.Path;

import org.backprop.core.launch.RecordedLaunch;
import org.backprop.runlog.run.RunInfo;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;

/** Launches what was run before, see {@link RecordedLaunch}; a reason why it cannot is shown to the user. */
public final class RecordedRuns {
    private RecordedRuns() {}

    /** Trains with the options of a run. */
    public static void again(RunInfo run) {
        launch(() -> RecordedLaunch.again(run));
    }

    /** Trains with the seed of a run, otherwise as the model file says. */
    public static void withSeed(RunInfo run) {
        launch(() -> RecordedLaunch.withSeed(run));
    }

    /** Goes on with a run. */
    public static void resume(RunInfo run, Path folder) {
        launch(() -> RecordedLaunch.resume(run, folder));
    }

    @FunctionalInterface
    private interface Source {
        ILaunchConfiguration configuration() throws CoreException;
    }

    private static void launch(Source source) {
        try {
            DebugUITools.launch(source.configuration(), ILaunchManager.RUN_MODE);
        } catch (CoreException e) {
            Choice.show(e);
        }
    }
}
