package org.backprop.core.launch;

import java.util.Arrays;
import java.util.List;

import org.eclipse.debug.core.DebugPlugin;

/** The trainers that live when the IDE is closed, and what becomes of them. */
public final class TrainersAtExit {
    private static volatile Choice choice;

    private TrainersAtExit() {}

    /** What becomes of them. */
    public enum Choice {
        /** They go on, and the next IDE of this workspace finds them again. */
        KEEP,
        /** They stop with a checkpoint. */
        STOP
    }

    /** The trainers of this IDE that live. */
    public static List<TrainerProcess> living() {
        return Arrays.stream(DebugPlugin.getDefault().getLaunchManager().getProcesses())
                .filter(TrainerProcess.class::isInstance)
                .map(TrainerProcess.class::cast)
                .filter(process -> !process.isTerminated())
                .toList();
    }

    /**
     * Decides it, when the workbench has been closed for good. What the platform asks of a trainer afterwards, as of every
     * process and job when it ends, has no effect.
     */
    public static void decide(Choice decision) {
        List<TrainerProcess> living = living();
        choice = decision;
        if (decision == Choice.STOP) {
            living.forEach(TrainerProcess::stop);
        }
    }

    /** Whether it was decided, so that the IDE is about to end. */
    static boolean isDecided() {
        return choice != null;
    }

    /** Takes the decision back; only a test goes on then. */
    static void undecide() {
        choice = null;
    }
}
