package org.backprop.runlog.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.backprop.runlog.control.Command.Signal;
import org.backprop.runlog.events.Histogram;
import org.backprop.runlog.events.LogProblem;
import org.backprop.runlog.series.Series;
import org.backprop.runlog.tensor.Tensor;

/**
 * What a run folder says at one moment. Immutable, safe to hand to other threads, cheap however long the series are.
 *
 * @param folder the run folder
 * @param name what people call the run: its display name, or else the name in {@code run.json}, or else that of the folder
 * @param info content of {@code run.json}; empty if there is none that can be read
 * @param outcome state of the run, derived where {@code run.json} cannot say it
 * @param scalars curves by tag, in the order of their first record
 * @param histograms distributions by tag, in order of steps
 * @param tensors newest array by tag, of those written for this tool
 * @param tensorHistory these arrays by tag, oldest first, the newest among them; where there are too many to keep, some of
 *     the older ones are left out
 * @param journal commands that were given in flight, oldest first
 * @param problems what could not be read
 * @param restarts steps at which the training was resumed, oldest first
 * @param readShare how much of the event files has been read, from 0 to 1; below 1 the curves are not complete yet
 * @param notes what people say of it
 */
public record RunSnapshot(
        Path folder,
        String name,
        Optional<RunInfo> info,
        Outcome outcome,
        Map<String, Series> scalars,
        Map<String, List<Recorded<Histogram>>> histograms,
        Map<String, Recorded<Tensor>> tensors,
        Map<String, List<Recorded<Tensor>>> tensorHistory,
        List<JournalEntry> journal,
        List<LogProblem> problems,
        List<Long> restarts,
        double readShare,
        RunNotes notes) {
    private static final Set<String> PAUSES = Set.of(Signal.PAUSE.key(), Signal.STEP.key());
    private static final Set<String> MOVES = Set.of(Signal.RESUME.key(), Signal.STOP.key());

    /** A run that was never resumed, read to its end, without notes. */
    public RunSnapshot(
            Path folder,
            String name,
            Optional<RunInfo> info,
            Outcome outcome,
            Map<String, Series> scalars,
            Map<String, List<Recorded<Histogram>>> histograms,
            Map<String, Recorded<Tensor>> tensors,
            Map<String, List<Recorded<Tensor>>> tensorHistory,
            List<JournalEntry> journal,
            List<LogProblem> problems) {
        this(
                folder,
                name,
                info,
                outcome,
                scalars,
                histograms,
                tensors,
                tensorHistory,
                journal,
                problems,
                List.of(),
                1,
                RunNotes.NONE);
    }

    /** The curve of {@code tag}; the empty series if there is none. */
    public Series scalar(String tag) {
        return scalars.getOrDefault(tag, Series.EMPTY);
    }

    /** The arrays that are kept of {@code tag}, oldest first; none if there are none. */
    public List<Recorded<Tensor>> history(String tag) {
        return tensorHistory.getOrDefault(tag, List.of());
    }

    /** Whether it runs, but waits because it was told to. */
    public boolean isPaused() {
        return outcome == Outcome.RUNNING
                && journal.reversed().stream()
                        .filter(entry -> PAUSES.contains(entry.command()) || MOVES.contains(entry.command()))
                        .findFirst()
                        .filter(entry -> PAUSES.contains(entry.command()))
                        .filter(entry -> lastStep().orElse(0L) <= entry.step() + 1)
                        .isPresent();
    }

    /** Completed epochs. A run of another tool, which does not count them, has one for each validation loss. */
    public int epochs() {
        Series ends = scalar("epoch");
        return ends.isEmpty() ? scalar("loss/validation").size() : (int) ends.lastValue();
    }

    /** Greatest step of any curve; empty if there is no point yet. */
    public Optional<Long> lastStep() {
        return scalars.values().stream()
                .filter(series -> !series.isEmpty())
                .map(Series::lastStep)
                .max(Long::compare);
    }
}
