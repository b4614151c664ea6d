package org.backprop.views.marks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.runlog.run.JournalEntry;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunSnapshot;
import org.eclipse.osgi.util.NLS;

/** What happened in a run: commands that were given, where it was resumed, why it ended early. */
public final class Marks {
    private static final double MILLIS = 1000;

    private Marks() {}

    /** Where something lies on the x axis. */
    @FunctionalInterface
    public interface Placement {
        /** @param seconds time since 1970, NaN if it is not known better than by the step */
        double at(long step, double seconds);
    }

    /** Those of a run over steps, from left to right. */
    public static List<Mark> overSteps(RunSnapshot run) {
        return of(run, (step, seconds) -> step);
    }

    /** Those of a run. */
    public static List<Mark> of(RunSnapshot run, Placement placement) {
        List<Mark> marks = new ArrayList<>();
        for (JournalEntry entry : run.journal()) {
            double x = placement.at(entry.step(), entry.time().toEpochMilli() / MILLIS);
            marks.add(new Mark(Mark.Kind.COMMAND, x, text(entry)));
        }
        for (long step : run.restarts()) {
            marks.add(
                    new Mark(Mark.Kind.RESTART, placement.at(step, Double.NaN), NLS.bind(Messages.mark_restart, step)));
        }
        Optional<String> early =
                run.info().filter(info -> info.outcome() == Outcome.COMPLETED).flatMap(RunInfo::message);
        early.ifPresent(message ->
                marks.add(new Mark(Mark.Kind.END, placement.at(run.lastStep().orElse(0L), Double.NaN), message)));
        return marks;
    }

    /** What a command was: its name, or the setting with its value before and after. */
    private static String text(JournalEntry entry) {
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
