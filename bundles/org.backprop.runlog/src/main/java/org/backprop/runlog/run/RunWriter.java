package org.backprop.runlog.run;

import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import org.backprop.runlog.events.EventWriter;
import org.backprop.runlog.events.GraphNode;
import org.backprop.runlog.events.Histogram;
import org.backprop.runlog.internal.AtomicFiles;
import org.backprop.runlog.tensor.Tensor;

/**
 * Records one training into a run folder. Values wait in memory until {@link #flush()}. Not thread-safe.
 *
 * <p>Ends by {@link #finish}; closing without that records the outcome {@code FAILED}.
 */
public final class RunWriter implements Closeable, Flushable {
    private final RunFolder folder;
    private final EventWriter events;
    private RunInfo info;

    private RunWriter(RunFolder folder, RunInfo info) throws IOException {
        this.folder = folder;
        this.info = info;
        info.write(folder.infoFile());
        this.events = EventWriter.create(folder.path());
    }

    /** Begins to record a new run: writes {@code run.json} and opens an event file. */
    public static RunWriter create(RunFolder folder, RunInfo info) throws IOException {
        return new RunWriter(folder, info);
    }

    /**
     * Goes on recording a run in a new event file. What was recorded for {@code step} or later is superseded, and temporary
     * files that a crash left are deleted.
     *
     * @param step first global step that will be recorded now
     */
    public static RunWriter resume(RunFolder folder, RunInfo info, long step) throws IOException {
        AtomicFiles.deleteLeftovers(
                folder.path(), folder.infoFile().getFileName().toString());
        AtomicFiles.deleteLeftovers(folder.checkpoints(), "*");
        RunWriter writer = new RunWriter(folder, info);
        writer.events.sessionStart(step);
        writer.events.flush();
        return writer;
    }

    /** The folder that is written. */
    public RunFolder folder() {
        return folder;
    }

    /** What {@code run.json} says now. */
    public RunInfo info() {
        return info;
    }

    /** Records a number under {@code tag}. Values of one step in a row share a record. */
    public void scalar(String tag, long step, double value) throws IOException {
        events.scalar(tag, step, (float) value);
    }

    /** Records a distribution under {@code tag}. */
    public void histogram(String tag, long step, Histogram histogram) throws IOException {
        events.histogram(tag, step, histogram);
    }

    /** Records an array under {@code tag}, at most 32 MiB. */
    public void tensor(String tag, long step, Tensor tensor) throws IOException {
        events.tensor(tag, step, tensor);
    }

    /**
     * Records what TensorBoard shows beside curves.
     *
     * @param hyperparameters texts by name
     * @param network its layers
     */
    public void describe(SequencedMap<String, String> hyperparameters, List<GraphNode> network) throws IOException {
        events.hyperparameters(hyperparameters);
        events.graph(network);
    }

    /** Records a command that was given in flight. It is on disk when this returns. */
    public void journal(JournalEntry entry) throws IOException {
        Journal.append(folder.journalFile(), entry);
    }

    /** Writes what was recorded so far to the event file, in whole records. */
    @Override
    public void flush() throws IOException {
        events.flush();
    }

    /**
     * Ends the run: closes the event file and writes the outcome. The run has ended also if that fails; {@code run.json} then
     * says that it is under way, and readers tell that its trainer is gone.
     *
     * @throws IllegalArgumentException if {@code outcome} is not COMPLETED, STOPPED or FAILED
     * @throws IllegalStateException if the run has ended already
     */
    public void finish(Outcome outcome, Optional<String> message) throws IOException {
        if (info.outcome() != Outcome.RUNNING) {
            throw new IllegalStateException("the run has ended already: " + info.outcome());
        }
        info = info.ended(outcome, Instant.now(), message);
        try (events) {
            if (outcome != Outcome.STOPPED) {
                events.ended(outcome == Outcome.COMPLETED);
            }
            events.flush();
        } finally {
            info.write(folder.infoFile());
        }
    }

    @Override
    public void close() throws IOException {
        if (info.outcome() == Outcome.RUNNING) {
            finish(Outcome.FAILED, Optional.of("the trainer closed the run without an outcome"));
        }
    }
}
