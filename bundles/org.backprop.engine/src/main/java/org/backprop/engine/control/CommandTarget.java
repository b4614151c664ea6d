package org.backprop.engine.control;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.backprop.runlog.control.Command;

/** What commands are given to. */
@FunctionalInterface
public interface CommandTarget {

    /**
     * Asks for something; returns at once, from any thread.
     *
     * @return completes with what the command found out when it was done; fails with a {@link RefusedException}
     */
    CompletableFuture<Map<String, Object>> submit(Command command);
}
