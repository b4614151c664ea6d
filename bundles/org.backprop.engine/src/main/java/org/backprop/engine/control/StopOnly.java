package org.backprop.engine.control;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.backprop.runlog.control.Command;
import org.backprop.runlog.control.Command.Signal;

/**
 * Work that can only be stopped, such as a sweep.
 *
 * @param stop asks the work to end soon, from any thread
 */
public record StopOnly(Runnable stop) implements CommandTarget {

    @Override
    public CompletableFuture<Map<String, Object>> submit(Command command) {
        if (command != Signal.STOP) {
            return CompletableFuture.failedFuture(new RefusedException("a sweep can only be stopped"));
        }
        stop.run();
        return CompletableFuture.completedFuture(Map.of());
    }
}
