package org.backprop.core.launch;

import java.util.Arrays;
import java.util.List;

import org.eclipse.debug.core.DebugPlugin;

/** The trainers that live when the IDE is closed, and what becomes of them. */
public final class TrainersAtExit {
    private static volatile Choice choice = Choice.STOP;

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

    /** Decides it, when the workbench has been closed for good; the platform then ends what can be terminated. */
    public static void decide(Choice decision) {
        choice = decision;
    }

    static boolean keeps() {
        return choice == Choice.KEEP;
    }
}
