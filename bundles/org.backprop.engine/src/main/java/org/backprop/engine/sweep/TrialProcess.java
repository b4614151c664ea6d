package org.backprop.engine.sweep;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.TrainerDeath;

/** A trainer of a trial, here or on another machine. */
public interface TrialProcess {

    /** Asks it to end with a checkpoint. */
    void stop() throws IOException;

    /** Its exit code, once it has ended and all that it recorded is in the folder of its run. */
    CompletableFuture<Integer> exit();

    /** Says in the record of its run why it died, if it could not do so itself and that is known here. */
    default void recordDeath(RunFolder run) throws IOException {}

    /** A process of this machine that stops when its standard input ends. */
    static TrialProcess of(Process process) {
        return new TrialProcess() {
            @Override
            public void stop() throws IOException {
                process.getOutputStream().close();
            }

            @Override
            public CompletableFuture<Integer> exit() {
                return process.onExit().thenApply(Process::exitValue);
            }

            @Override
            public void recordDeath(RunFolder run) throws IOException {
                new TrainerDeath(process.pid(), process.exitValue(), false).record(run);
            }
        };
    }
}
