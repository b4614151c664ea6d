package org.backprop.engine.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.backprop.engine.train.Gate;
import org.backprop.engine.train.Trainer;
import org.backprop.runlog.control.Command;
import org.backprop.runlog.control.Command.Signal;
import org.backprop.runlog.control.RunState;

/**
 * Carries out commands between two steps of a training, each within a step. While the training is paused it waits here, uses
 * no processor time and goes on answering.
 */
public final class TrainingControl implements Gate, CommandTarget {

    private static final String ENDED = "the training has ended";

    private final CommandQueue queue = new CommandQueue();
    private final Commands commands;
    private volatile Consumer<RunState> listener = state -> {};
    private volatile RunState state = RunState.RUNNING;
    private CommandQueue.Pending step;
    private boolean stopping;

    /** Commands to a run that is recorded. */
    public TrainingControl(Recording recording) {
        commands = new Commands(recording);
    }

    @Override
    public CompletableFuture<Map<String, Object>> submit(Command command) {
        return queue.submit(command);
    }

    /** Has changes of the state told, on the thread that trains, and at once what it is now. */
    public void onState(Consumer<RunState> consumer) {
        listener = consumer;
        consumer.accept(state);
    }

    /** Ends a pause because the trainer was asked to stop; from any thread. */
    public void wake() {
        queue.wake();
    }

    @Override
    public boolean pass(Trainer trainer) {
        if (step != null) {
            endStep(trainer);
        }
        for (CommandQueue.Pending next = next(); next != null; next = next()) {
            execute(next, trainer);
        }
        if (state == RunState.PAUSED) {
            pause(trainer);
        }
        return !stopping;
    }

    private CommandQueue.Pending next() {
        return step == null ? queue.poll() : null;
    }

    private void endStep(Trainer trainer) {
        step.answer().complete(Map.of("step", (double) trainer.step()));
        step = null;
        enter(RunState.PAUSED);
    }

    private void pause(Trainer trainer) {
        long since = System.nanoTime();
        flush();
        try {
            while (state == RunState.PAUSED && step == null && !stopping && !trainer.isStopping()) {
                execute(queue.take(), trainer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
        trainer.waited(System.nanoTime() - since);
    }

    private void flush() {
        try {
            commands.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void execute(CommandQueue.Pending pending, Trainer trainer) {
        if (!pending.isCommand()) {
            return;
        }
        try {
            if (pending.command() instanceof Signal signal && moves(signal, trainer)) {
                commands.journal(signal.key(), trainer);
                if (signal == Signal.STEP) {
                    step = pending;
                    return;
                }
                pending.answer().complete(Map.of("step", (double) trainer.step()));
            } else {
                pending.answer().complete(commands.run(pending.command(), trainer));
            }
        } catch (RefusedException | IllegalArgumentException | IOException e) {
            pending.refuse(e.getMessage());
        }
    }

    /** Carries out what concerns the loop itself; false if the signal is none of these. */
    private boolean moves(Signal signal, Trainer trainer) throws RefusedException {
        switch (signal) {
            case STOP -> {
                stopping = true;
                trainer.stop();
                enter(RunState.STOPPING);
            }
            case PAUSE -> {
                refuseIf(state == RunState.PAUSED, "the training is paused already");
                enter(RunState.PAUSED);
            }
            case RESUME -> {
                refuseIf(state != RunState.PAUSED, "the training is not paused");
                enter(RunState.RUNNING);
            }
            case STEP -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void refuseIf(boolean condition, String reason) throws RefusedException {
        if (condition) {
            throw new RefusedException(reason);
        }
    }

    private void enter(RunState next) {
        if (state != next) {
            state = next;
            listener.accept(next);
        }
    }

    /** Refuses all further commands; the step that was asked for has been made. */
    public void end(Trainer trainer) {
        if (step != null) {
            endStep(trainer);
        }
        enter(RunState.STOPPING);
        queue.close(ENDED);
    }
}
