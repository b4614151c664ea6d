package org.backprop.engine.control;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

import org.backprop.runlog.control.Command;

/** Commands on their way from any thread to the one that trains. Looking at it while it is empty allocates nothing. */
final class CommandQueue implements CommandTarget {

    private static final int CAPACITY = 256;
    private static final Pending WAKE = new Pending(null, new CompletableFuture<>());

    private final BlockingQueue<Pending> pending = new LinkedBlockingQueue<>(CAPACITY);
    private String closed;

    /** A command and what becomes of it; without a command only a wake-up. */
    record Pending(Command command, CompletableFuture<Map<String, Object>> answer) {
        boolean isCommand() {
            return command != null;
        }

        void refuse(String reason) {
            answer.completeExceptionally(new RefusedException(reason));
        }
    }

    @Override
    public synchronized CompletableFuture<Map<String, Object>> submit(Command command) {
        Pending added = new Pending(command, new CompletableFuture<>());
        if (closed != null) {
            added.refuse(closed);
        } else if (!pending.offer(added)) {
            added.refuse("more than " + CAPACITY + " commands are waiting");
        }
        return added.answer();
    }

    /** Makes {@link #take} return, if it waits. */
    void wake() {
        pending.offer(WAKE); // if it is full, nobody waits
    }

    /** The next command; null if there is none. */
    Pending poll() {
        return pending.poll();
    }

    /** Waits for the next command or {@link #wake}. */
    Pending take() throws InterruptedException {
        return pending.take();
    }

    /** Refuses what is waiting and all that comes, for this reason. */
    synchronized void close(String reason) {
        closed = reason;
        for (Pending next = pending.poll(); next != null; next = pending.poll()) {
            if (next.isCommand()) {
                next.refuse(reason);
            }
        }
    }
}
