package org.backprop.views.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.runlog.run.JournalEntry;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.Plan;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunSnapshot;
import org.eclipse.osgi.util.NLS;

/**
 * Something that happened at a step and is marked on the charts: a command in flight, or an end before the last epoch.
 *
 * @param step global step
 * @param x where it is on the x axis, in epochs or steps
 * @param text what happened
 */
public record Mark(long step, double x, String text) {
    /** Those of a run, in the order of time. */
    public static List<Mark> of(RunSnapshot run) {
        Plan plan = run.info().map(RunInfo::plan).orElse(new Plan(0, 0, 0));
        double unit = Math.max(1, plan.stepsPerEpoch());
        List<Mark> marks = new ArrayList<>();
        for (JournalEntry entry : run.journal()) {
            marks.add(new Mark(entry.step(), entry.step() / unit, text(entry)));
        }
        Optional<String> early =
                run.info().filter(info -> info.outcome() == Outcome.COMPLETED).flatMap(RunInfo::message);
        long last = run.lastStep().orElse(0L);
        early.ifPresent(message -> marks.add(new Mark(last, last / unit, message)));
        return List.copyOf(marks);
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
