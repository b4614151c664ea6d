package org.backprop.spark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.apache.spark.TaskContext;
import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Shard;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.run.BackendException;
import org.backprop.engine.run.Backends;
import org.backprop.engine.run.PartTask;
import org.backprop.engine.train.PartWorker;

/**
 * The workers of a training in this executor: one for each task at a time, over the same data, which is loaded by the first
 * and kept for all steps. Where the data is in shards, those of each shard are for themselves.
 */
final class ExecutorWorkers {
    private static final Map<String, ExecutorWorkers> OPEN = new ConcurrentHashMap<>();

    private final Setup setup;
    private final Optional<Shard> shard;
    private final Deque<PartWorker> idle = new ArrayDeque<>();
    private PartTask.Loaded loaded;

    private ExecutorWorkers(Setup setup, Optional<Shard> shard) {
        this.setup = setup;
        this.shard = shard;
    }

    static ExecutorWorkers of(Setup setup, Place place) {
        String key = setup.id() + (place.part().isPresent() ? "/" + place.number() : "");
        return OPEN.computeIfAbsent(key, id -> new ExecutorWorkers(setup, place.part()));
    }

    /** Computes something with a worker that does nothing else. */
    <R> R compute(Function<PartWorker, R> work) throws DataException, BackendException {
        PartWorker worker = take();
        R result = work.apply(worker);
        give(worker);
        return result;
    }

    /** Opens a worker, so that the first step finds one. */
    void open() throws DataException, BackendException {
        give(take());
    }

    private synchronized PartWorker take() throws DataException, BackendException {
        if (loaded == null) {
            loaded = setup.task().load(shard);
        }
        return idle.isEmpty()
                ? loaded.open(kernels(), setup.rows(), setup.task().frozen())
                : idle.pop();
    }

    private Kernels kernels() throws BackendException {
        return Backends.open(
                Backends.NATIVE,
                setup.task().kernels(),
                Math.max(1, TaskContext.get().cpus()),
                warning -> System.err.println("backprop: warning: " + warning));
    }

    private synchronized void give(PartWorker worker) {
        idle.push(worker);
    }
}
