package org.backprop.engine.cli;

/**
 * The stages of a work that takes a while: each is named on the error output, on a terminal on one line that is rewritten,
 * and the work can be stopped between two of them.
 */
final class Stages {
    private static final String ERASE = "\r\u001b[K";

    private final boolean interactive = Terminal.isInteractive();
    private volatile boolean stopped;

    /** The work was stopped. */
    static final class StoppedException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Asks the work to end before its next stage. May be called by any thread. */
    void stop() {
        stopped = true;
    }

    /** Begins a stage. */
    void next(String what) throws StoppedException {
        if (stopped) {
            clear();
            throw new StoppedException();
        }
        System.err.print(interactive ? ERASE + what : what + System.lineSeparator());
        System.err.flush();
    }

    /** Makes room for other output. */
    void clear() {
        if (interactive) {
            System.err.print(ERASE);
            System.err.flush();
        }
    }
}
