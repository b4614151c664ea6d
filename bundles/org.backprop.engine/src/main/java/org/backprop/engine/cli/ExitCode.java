package org.backprop.engine.cli;

/**
 * The process's exit codes, the same for every command. A crash in native code ends the virtual machine by a signal instead,
 * which a shell on Unix sees as 134.
 */
final class ExitCode {
    /** The command did what it was asked. */
    static final int DONE = 0;
    /** A file that the user gave is wrong; the message names it and the place in it. */
    static final int BAD_INPUT = 1;
    /** The command line is wrong. */
    static final int USAGE = 2;
    /** The training failed: it diverged, ran out of memory, or could not be recorded. */
    static final int FAILED = 3;
    /** The user stopped the training; a checkpoint was written. */
    static final int STOPPED = 130;

    private ExitCode() {}
}
