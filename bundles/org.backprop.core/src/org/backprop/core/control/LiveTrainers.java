package org.backprop.core.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.backprop.runlog.control.Command;
import org.eclipse.core.runtime.SafeRunner;

/** The trainers that are connected to this IDE, by run folder. */
public final class LiveTrainers implements RunControls, TrainerRegistry {
    private final Map<Path, Live> trainers = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** The control of one trainer. */
    private record Live(Path run, ControlServer server) implements RunControl {
        @Override
        public State state() {
            return server.state();
        }

        @Override
        public CompletableFuture<Map<String, Object>> send(Command command) {
            return server.send(command);
        }
    }

    @Override
    public void add(ControlServer trainer) {
        trainer.addListener(() -> changed(trainer));
        changed(trainer);
    }

    private void changed(ControlServer server) {
        CompletableFuture<Path> announced = server.run();
        if (!announced.isDone() || announced.isCompletedExceptionally()) {
            return;
        }
        var live = new Live(announced.join(), server);
        if (server.isConnected()) {
            trainers.put(live.run(), live);
        } else {
            trainers.remove(live.run(), live);
        }
        listeners.forEach(listener -> SafeRunner.run(() -> listener.changed(live.run())));
    }

    @Override
    public Optional<RunControl> of(Path run) {
        return Optional.ofNullable(trainers.get(run));
    }

    @Override
    public List<RunControl> all() {
        return List.copyOf(trainers.values());
    }

    @Override
    public void addListener(Listener listener) {
        if (!listeners.contains(listener)) {
            listeners.add(listener);
        }
    }

    @Override
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }
}
