package org.backprop.views.pruning;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.backprop.core.control.RunControl;
import org.backprop.runlog.control.Command;

/**
 * Asks a trainer what would be if, one question at a time: while it computes an answer, only the newest question waits.
 * Commands that change something are sent at once. May be used from any thread.
 */
final class TrainerAnswers {
    private final Runnable changed;
    private Answer last = Answer.NONE;
    private boolean busy;
    private Runnable waiting;

    /**
     * What the trainer said last.
     *
     * @param command what it was asked; null if it was not asked yet
     * @param result what it found out
     * @param refusal why it did not
     */
    record Answer(Command command, Map<String, Object> result, Optional<String> refusal) {
        static final Answer NONE = new Answer(null, Map.of(), Optional.empty());

        /** A number of the result; NaN if it is not there. */
        double number(String name) {
            return result.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
        }
    }

    /** @param changed called on any thread after each answer */
    TrainerAnswers(Runnable changed) {
        this.changed = changed;
    }

    synchronized Answer last() {
        return last;
    }

    /** Whether an answer is being computed. */
    synchronized boolean isBusy() {
        return busy;
    }

    /** Forgets the last answer, because it is no longer about what is shown. */
    synchronized void forget() {
        last = Answer.NONE;
        waiting = null;
    }

    /** Asks a question; a question that still waits is dropped. */
    void ask(RunControl trainer, Command question) {
        synchronized (this) {
            if (busy) {
                waiting = () -> ask(trainer, question);
                return;
            }
            busy = true;
        }
        send(trainer, question).whenComplete((nothing, failure) -> next());
    }

    private void next() {
        Runnable question;
        synchronized (this) {
            busy = false;
            question = waiting;
            waiting = null;
        }
        if (question != null) {
            question.run();
        }
        changed.run();
    }

    /** Gives a command. */
    CompletableFuture<Void> send(RunControl trainer, Command command) {
        return trainer.send(command)
                .handle((result, failure) -> failure == null
                        ? new Answer(command, result, Optional.empty())
                        : new Answer(command, Map.of(), Optional.of(reason(failure))))
                .thenAccept(this::answered);
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private void answered(Answer answer) {
        synchronized (this) {
            last = answer;
        }
        changed.run();
    }
}
