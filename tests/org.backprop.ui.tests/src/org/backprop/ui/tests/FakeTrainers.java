package org.backprop.ui.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.backprop.core.control.RunControl;
import org.backprop.core.control.RunControls;
import org.backprop.runlog.control.Command;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** Stands for the trainers at work while it is open: keeps the commands and answers when a test says what. */
final class FakeTrainers implements RunControls, AutoCloseable {
    private final ServiceRegistration<RunControls> registration;
    private final List<Command> commands = new ArrayList<>();
    private final Deque<CompletableFuture<Map<String, Object>>> unanswered = new ArrayDeque<>();
    private Path run;

    FakeTrainers() {
        Hashtable<String, Object> first = new Hashtable<>(Map.of(Constants.SERVICE_RANKING, Integer.MAX_VALUE));
        registration = FrameworkUtil.getBundle(FakeTrainers.class)
                .getBundleContext()
                .registerService(RunControls.class, this, first);
    }

    /** Lets a trainer be at work on a run. */
    void control(Path folder) {
        run = folder;
    }

    List<Command> commands() {
        return commands;
    }

    /** Answers the oldest command that waits. */
    void answer(Map<String, Object> result) {
        unanswered.remove().complete(result);
    }

    /** Refuses the oldest command that waits. */
    void refuse(String reason) {
        unanswered.remove().completeExceptionally(new IOException(reason));
    }

    @Override
    public Optional<RunControl> of(Path folder) {
        return folder.equals(run) ? Optional.of(new Trainer()) : Optional.empty();
    }

    @Override
    public void addListener(Listener listener) {}

    @Override
    public void removeListener(Listener listener) {}

    @Override
    public void close() {
        registration.unregister();
    }

    private final class Trainer implements RunControl {
        @Override
        public Path run() {
            return run;
        }

        @Override
        public State state() {
            return State.RUNNING;
        }

        @Override
        public CompletableFuture<Map<String, Object>> send(Command command) {
            commands.add(command);
            unanswered.add(new CompletableFuture<>());
            return unanswered.getLast();
        }
    }
}
