package org.backprop.views.curves;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.backprop.runlog.run.JournalEntry;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;
import org.eclipse.osgi.util.NLS;

/**
 * Something that happened at a step and is marked on the charts.
 *
 * @param kind what it was
 * @param x where it is on the x axis
 * @param text what happened
 */
public record Mark(Kind kind, double x, String text) {
    /** Kinds of marks. */
    public enum Kind {
        COMMAND,
        RESTART,
        SNAPSHOT,
        END
    }

    private static final double MILLIS = 1000;

    /** Those of some runs, from left to right; the texts name the run where there are several. */
    static List<Mark> of(List<RunSnapshot> runs, Horizontal horizontal, PlannedRates plans) {
        LineNames names = new LineNames(runs);
        List<Mark> marks = new ArrayList<>();
        for (RunSnapshot run : runs) {
            for (Mark mark : of(run, horizontal, plans)) {
                marks.add(
                        runs.size() == 1 ? mark : new Mark(mark.kind(), mark.x(), names.of(run) + ": " + mark.text()));
            }
        }
        marks.sort(Comparator.comparingDouble(Mark::x));
        return List.copyOf(marks);
    }

    /** Those of a run, from left to right. */
    public static List<Mark> of(RunSnapshot run, Horizontal horizontal) {
        return of(List.of(run), horizontal, new PlannedRates());
    }

    private static List<Mark> of(RunSnapshot run, Horizontal horizontal, PlannedRates plans) {
        RunScale scale = RunScale.of(run, horizontal);
        Series clock = run.scalars().values().stream()
                .max(Comparator.comparingLong(series -> series.isEmpty() ? -1 : series.lastStep()))
                .orElse(Series.EMPTY);
        long last = run.lastStep().orElse(0L);
        List<Mark> marks = new ArrayList<>();
        for (JournalEntry entry : run.journal()) {
            double x = scale.at(entry.step(), entry.time().toEpochMilli() / MILLIS);
            marks.add(new Mark(Kind.COMMAND, x, text(entry)));
        }
        for (long step : run.restarts()) {
            marks.add(new Mark(Kind.RESTART, scale.at(step, clock), NLS.bind(Messages.mark_restart, step)));
        }
        for (long step : plans.snapshots(run, last)) {
            marks.add(new Mark(Kind.SNAPSHOT, scale.at(step, clock), NLS.bind(Messages.mark_snapshot, step)));
        }
        Optional<String> early =
                run.info().filter(info -> info.outcome() == Outcome.COMPLETED).flatMap(RunInfo::message);
        early.ifPresent(message -> marks.add(new Mark(Kind.END, scale.at(last, clock), message)));
        return marks;
    }

    /** What a command was: its name, or the setting with its value before and after. */
    static String text(JournalEntry entry) {
        if (entry.oldValue().isPresent() && entry.newValue().isPresent()) {
            return NLS.bind(Messages.mark_change, new Object[] {
                entry.step(),
                entry.command(),
                entry.oldValue().get(),
                entry.newValue().get(),
                entry.who()
            });
        }
        String command =
                entry.newValue().map(value -> entry.command() + " " + value).orElse(entry.command());
        return NLS.bind(Messages.mark_command, new Object[] {entry.step(), command, entry.who()});
    }
}
