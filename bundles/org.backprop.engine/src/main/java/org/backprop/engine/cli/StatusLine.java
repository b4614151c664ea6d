package org.backprop.engine.cli;

/** Says on the error output what is under way: on a terminal on one line that is rewritten, else on a line each. */
final class StatusLine {
    private static final String ERASE = "\r\u001b[K";

    private final boolean interactive = Terminal.isInteractive();

    /** Says what is done next. */
    void show(String next) {
        System.err.print(interactive ? ERASE + next : next + System.lineSeparator());
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
