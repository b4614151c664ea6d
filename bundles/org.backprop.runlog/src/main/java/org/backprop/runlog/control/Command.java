package org.backprop.runlog.control;

/** What an IDE can ask of a running trainer. */
public sealed interface Command {
    /** Name of the command on the wire. */
    String key();

    /** Stop after the current batch and write a checkpoint. */
    record Stop() implements Command {
        @Override
        public String key() {
            return "stop";
        }
    }
}
