package org.backprop.engine.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import org.backprop.engine.run.Checkpoints;
import org.backprop.runlog.run.Journal;
import org.backprop.runlog.run.JournalEntry;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.sweep.Goal;
import org.backprop.runlog.sweep.SweepCommand;
import org.backprop.runlog.sweep.SweepFolder;
import org.backprop.runlog.sweep.SweepInfo;
import org.backprop.runlog.sweep.SweepSnapshot;
import org.backprop.runlog.sweep.Trial;
import org.backprop.runlog.sweep.TrialRow;
import org.backprop.runlog.sweep.TrialState;

/**
 * A sweep under way: asks its search for settings, starts a process for each trial, obeys the journal, and keeps {@code
 * sweep.json} true. Used by one thread, except {@link #stop}.
 */
public final class SweepRun {
    private static final long LOOK_MILLIS = 250;

    private final SweepFolder folder;
    private final Search search;
    private final List<Long> seeds;
    private final TrialStarter starter;
    private final SweepListener listener;
    private final TrialRuns runs;
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final List<RunningTrial> running = new ArrayList<>();
    private final BlockingQueue<RunningTrial> exits = new LinkedBlockingQueue<>();
    private SweepInfo info;
    private int obeyed;
    private volatile boolean stopping;

    /**
     * A sweep that has not begun, or goes on.
     *
     * @param info what is known of it; running
     * @param seeds seeds with each of which a setting is trained
     */
    public SweepRun(
            SweepFolder folder,
            SweepInfo info,
            Search search,
            List<Long> seeds,
            TrialStarter starter,
            SweepListener listener)
            throws IOException {
        this.folder = folder;
        this.info = info;
        this.search = search;
        this.seeds = seeds;
        this.starter = starter;
        this.listener = listener;
        runs = new TrialRuns(folder);
        obeyed = Journal.read(folder.journalFile()).entries().size();
        info.write(folder.infoFile());
    }

    /** Asks for the end: trials under way write a checkpoint and can be resumed. From any thread. */
    public void stop() {
        stopping = true;
    }

    /** Runs the trials, and returns when none is left or after {@link #stop}. */
    public SweepSnapshot run() throws IOException, InterruptedException {
        List<Candidate> round = search.next(losses());
        while (!round.isEmpty() && !stopping) {
            round.forEach(this::enqueue);
            info.write(folder.infoFile());
            finishRound();
            round = stopping ? List.of() : search.next(losses());
        }
        boolean halted = info.trials().stream().anyMatch(trial -> !trial.state().isFinal());
        info = info.ended(stopping || halted ? Outcome.STOPPED : Outcome.COMPLETED, Optional.empty());
        info.write(folder.infoFile());
        return notifyListener();
    }

    private void enqueue(Candidate candidate) {
        for (long seed : seeds) {
            Optional<Trial> known = info.trials().stream()
                    .filter(trial -> trial.seed() == seed && trial.settings().equals(candidate.settings()))
                    .findFirst();
            Trial trial = known.orElseGet(
                    () -> Trial.waiting(info.trials().size() + 1, candidate.settings(), seed, candidate.epochs()));
            boolean more = trial.state() == TrialState.COMPLETED && trial.epochs() < candidate.epochs();
            if (more) {
                trial = trial.until(candidate.epochs());
            }
            info = info.with(trial);
            if (!trial.state().isFinal()) {
                waiting.add(trial.number());
            }
        }
    }

    private void finishRound() throws IOException, InterruptedException {
        while (!running.isEmpty() || !waiting.isEmpty() && !stopping) {
            obey();
            while (!stopping
                    && !waiting.isEmpty()
                    && running.size() < info.plan().parallel()) {
                start(info.trial(waiting.remove()));
            }
            if (stopping) {
                for (RunningTrial trial : running) {
                    trial.stop(TrialState.INTERRUPTED);
                }
            }
            notifyListener();
            RunningTrial ended = exits.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (ended != null) {
                end(ended);
            }
        }
    }

    private SweepSnapshot notifyListener() {
        SweepSnapshot snapshot = runs.snapshot(info);
        listener.changed(snapshot);
        return snapshot;
    }

    private void start(Trial trial) throws IOException {
        boolean goesOn = trial.run()
                .map(name -> new Checkpoints(new RunFolder(folder.run(name))).stateFile())
                .filter(Files::exists)
                .isPresent();
        Trial begun = goesOn
                ? trial.resumed(Instant.now())
                : trial.begun(
                        RunFolder.create(folder.path().getParent(), info.name()).name());
        record(begun);
        Path output = folder.path().resolve("trial-" + trial.number() + ".log");
        TrialProcess process = starter.start(folder, begun, output);
        Path run = folder.run(begun.run().orElseThrow());
        RunningTrial started = new RunningTrial(trial.number(), process, output, run);
        running.add(started);
        process.exit().whenComplete((code, failure) -> exits.add(started));
    }

    private void end(RunningTrial ended) throws IOException {
        running.remove(ended);
        Trial trial = info.trial(ended.number());
        TrialState state = ended.state();
        Optional<String> failure = state == TrialState.FAILED ? Optional.of(ended.failure()) : Optional.empty();
        Trial now = trial.in(state, failure);
        runs.forget(now);
        record(ended.keepRun() ? now : now.withoutRun());
        notifyListener();
    }

    private void record(Trial trial) throws IOException {
        info = info.with(trial);
        info.write(folder.infoFile());
    }

    private void obey() throws IOException {
        List<JournalEntry> entries = Journal.read(folder.journalFile()).entries();
        for (; obeyed < entries.size(); obeyed++) {
            Optional<SweepCommand> command = SweepCommand.of(entries.get(obeyed));
            if (command.isPresent() && command.get().trial() <= info.trials().size()) {
                obey(command.get());
            }
        }
    }

    private void obey(SweepCommand command) throws IOException {
        TrialState state = switch (command.kind()) {
            case STOP_TRIAL -> TrialState.STOPPED;
            case SKIP_TRIAL -> TrialState.SKIPPED;
        };
        for (RunningTrial trial : running) {
            if (trial.number() == command.trial()) {
                trial.stop(state);
            }
        }
        if (waiting.remove(command.trial())) {
            record(info.trial(command.trial()).in(TrialState.SKIPPED, Optional.empty()));
        }
    }

    /** What each setting has reached: the mean over its seeds, less is better. */
    private ToDoubleFunction<Map<String, String>> losses() {
        Goal objective = info.plan().objective();
        Map<Map<String, String>, Double> losses = new HashMap<>();
        runs.snapshot(info).rows().stream()
                .filter(row -> row.state() != TrialState.SKIPPED)
                .collect(Collectors.groupingBy(row -> row.trial().settings()))
                .forEach((settings, rows) -> losses.put(
                        settings,
                        rows.stream()
                                .mapToDouble(row -> loss(row, objective))
                                .average()
                                .orElseThrow()));
        return settings -> losses.getOrDefault(settings, Double.POSITIVE_INFINITY);
    }

    private static double loss(TrialRow row, Goal objective) {
        OptionalDouble value = row.figures().objective();
        return value.isEmpty() || row.state() == TrialState.FAILED
                ? Double.POSITIVE_INFINITY
                : (objective.moreIsBetter() ? -1 : 1) * value.getAsDouble();
    }
}
