package org.backprop.engine.cli;

import java.nio.file.Path;

import org.backprop.runlog.run.CrashLog;
import org.backprop.runlog.run.TrainerProcess;

/** Tells the user what is not as it could be, on the error output. */
final class Warnings {
    private Warnings() {}

    static void print(String message) {
        System.err.println("backprop: warning: " + message);
    }

    /** Says how the process ended that wrote a run or sweep which is now to go on, if it crashed. */
    static void printCrash(TrainerProcess before, Path folder) {
        CrashLog.of(before, folder).ifPresent(crash -> print("goes on after a crash: " + crash.message()));
    }
}
