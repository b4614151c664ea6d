package org.backprop.runlog.control;

import java.util.Objects;

/**
 * A command from the IDE: {@code {"id":1,"command":"stop"}}.
 *
 * @param id chosen by the IDE, repeated in the {@link Reply}
 */
public record Request(long id, Command command) {
    /** Checks that there is a command. */
    public Request {
        Objects.requireNonNull(command, "command");
    }
}
