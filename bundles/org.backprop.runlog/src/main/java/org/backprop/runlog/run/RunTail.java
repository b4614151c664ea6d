package org.backprop.runlog.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.backprop.runlog.events.EventReader;
import org.backprop.runlog.events.LogProblem;
import org.backprop.runlog.internal.FileStamp;
import org.backprop.runlog.internal.Followed;
import org.backprop.runlog.series.SeriesBuilder;

/**
 * Follows a run folder, ours or that of another tool, while it is written. Not thread-safe; its snapshots are.
 *
 * <p>Each poll reads what is new only. Long curves are reduced, so that memory does not grow with their length.
 */
public final class RunTail {
    /** Points of a curve, at least as many as a plot has pixels in a row. */
    private static final int MOST_POINTS = 4096;

    private static final Duration QUIET = Duration.ofMinutes(1);

    private final RunFolder folder;
    private final InstantSource clock;
    private final Followed<RunInfo> info;
    private final Followed<Journal> journal;
    private final Followed<RunNotes> notes;
    private final SequencedMap<Path, EventReader> readers = new TreeMap<>();
    private final EventAccumulator events;
    private LogProblem folderProblem;
    private Outcome outcome;
    private RunSnapshot snapshot;

    /** A tail of {@code folder}, which need not exist yet. */
    public RunTail(Path folder) {
        this(folder, InstantSource.system());
    }

    /** The same with the clock that tells whether the folder changed lately. */
    public RunTail(Path folder, InstantSource clock) {
        this(folder, clock, () -> SeriesBuilder.bounded(MOST_POINTS));
    }

    /** A tail that keeps every point, for a folder whose curves fit in memory. */
    static RunTail complete(Path folder) {
        return new RunTail(folder, InstantSource.system(), SeriesBuilder::new);
    }

    private RunTail(Path folder, InstantSource clock, Supplier<SeriesBuilder> newSeries) {
        events = new EventAccumulator(newSeries);
        this.folder = new RunFolder(folder);
        this.clock = clock;
        this.info = new Followed<>(this.folder.infoFile(), RunInfo::read);
        this.journal = new Followed<>(this.folder.journalFile(), Journal::read);
        this.notes = new Followed<>(this.folder.notesFile(), RunNotes::read);
    }

    /**
     * What the folder says now. The same object is returned as long as nothing has changed. Never throws because of what is,
     * or is not, in the folder: that becomes a problem in the snapshot.
     */
    public RunSnapshot poll() {
        return poll(() -> false);
    }

    /**
     * The same, but reads no longer than until {@code enough}; what is left, see {@link #isBehind}, is read by later polls.
     *
     * @param enough asked every now and then
     */
    public RunSnapshot poll(BooleanSupplier enough) {
        boolean changed = info.poll() | journal.poll() | notes.poll() | pollEvents(enough);
        Outcome before = outcome;
        outcome = outcome();
        if (changed || outcome != before) {
            Optional<RunInfo> said = info.content();
            if (outcome == Outcome.INTERRUPTED) {
                said = said.map(read -> TrainerDeath.explained(read, folder));
            }
            Outcome shown =
                    said.map(RunInfo::outcome).filter(Outcome.FAILED::equals).orElse(outcome);
            snapshot = new RunSnapshot(
                    folder.path(),
                    name(),
                    said,
                    shown,
                    events.scalars(),
                    events.histograms(),
                    events.tensors(),
                    events.tensorHistory(),
                    journal.content().orElse(Journal.EMPTY).entries(),
                    problems(outcome),
                    events.restarts(),
                    readShare(),
                    notes.content().orElse(RunNotes.NONE));
        }
        return snapshot;
    }

    private String name() {
        return notes.content()
                .flatMap(RunNotes::displayName)
                .or(() -> info.content().map(RunInfo::name))
                .orElse(folder.name());
    }

    /** Whether the last poll was stopped before it had read everything. */
    public boolean isBehind() {
        return readers.values().stream().anyMatch(EventReader::isBehind);
    }

    private double readShare() {
        long size = 0;
        long read = 0;
        for (EventReader reader : readers.values()) {
            size += reader.size();
            read += reader.position();
        }
        return isBehind() && size > 0 ? Math.min(1, (double) read / size) : 1;
    }

    private boolean pollEvents(BooleanSupplier enough) {
        LogProblem before = folderProblem;
        folderProblem = null;
        try {
            for (Path file : folder.eventFiles()) {
                readers.computeIfAbsent(file, EventReader::new);
            }
        } catch (IOException e) {
            folderProblem = new LogProblem(folder.path(), 0, "the folder cannot be listed: " + e);
        }
        boolean changed = !Objects.equals(before, folderProblem);
        for (EventReader reader : readers.values()) {
            long position = reader.position();
            Optional<LogProblem> waiting = reader.waiting();
            reader.poll(events::add, enough);
            changed |= position != reader.position() || !waiting.equals(reader.waiting());
        }
        return changed;
    }

    private Outcome outcome() {
        Outcome recorded = info.content().map(RunInfo::outcome).orElse(Outcome.UNKNOWN);
        if (recorded.isRecorded() && recorded != Outcome.RUNNING) {
            return recorded;
        }
        Optional<TrainerProcess> here = info.content().map(RunInfo::process).filter(TrainerProcess::isHere);
        boolean alive = here.map(TrainerProcess::isAlive).orElseGet(this::changedLately);
        if (alive) {
            return Outcome.RUNNING;
        }
        return recorded == Outcome.RUNNING ? Outcome.INTERRUPTED : Outcome.UNKNOWN;
    }

    private boolean changedLately() {
        Instant latest = info.stamp().modified();
        for (Path file : readers.keySet()) {
            Instant modified = FileStamp.of(file).modified();
            latest = modified.isAfter(latest) ? modified : latest;
        }
        return latest.isAfter(clock.instant().minus(QUIET));
    }

    private List<LogProblem> problems(Outcome outcome) {
        List<LogProblem> problems = new ArrayList<>();
        Optional.ofNullable(folderProblem).ifPresent(problems::add);
        info.problem().ifPresent(problems::add);
        journal.problem().ifPresent(problems::add);
        notes.problem().ifPresent(problems::add);
        problems.addAll(journal.content().orElse(Journal.EMPTY).problems());
        for (EventReader reader : readers.values()) {
            problems.addAll(reader.problems());
            reader.waiting()
                    .filter(problem -> !(reader.isTorn() && outcome == Outcome.RUNNING))
                    .ifPresent(problems::add);
        }
        if (events.isFull()) {
            String message = "more than " + EventAccumulator.MAX_TAGS + " tags; values of further ones are dropped";
            problems.add(new LogProblem(folder.path(), 0, message));
        }
        return List.copyOf(problems);
    }
}
