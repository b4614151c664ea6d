package org.backprop.engine.bench;

import java.io.IOException;

/** Something that trains the workload it was started for; by default in this process. */
public interface Contestant extends AutoCloseable {

    /** What it is, with versions, for example {@code PyTorch 2.13.0}. */
    String description();

    /**
     * Trains from the initial parameters, with a new optimizer.
     *
     * @param warmUp steps before the clock starts, at least 0
     * @param steps timed steps, at least 1
     * @throws IOException if the contestant fails; the message says how
     */
    Measurement run(int warmUp, int steps) throws IOException;

    /** The process that it runs in. */
    default ProcessHandle process() {
        return ProcessHandle.current();
    }

    @Override
    default void close() {}
}
