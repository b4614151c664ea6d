package org.backprop.views.curves;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;
import org.backprop.views.marks.Mark;
import org.backprop.views.marks.Marks;
import org.eclipse.osgi.util.NLS;

/** The marks of some runs, with the snapshots that their models plan. */
public final class CurveMarks {
    private CurveMarks() {}

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
        List<Mark> marks = new ArrayList<>(Marks.of(
                run, (step, seconds) -> Double.isNaN(seconds) ? scale.at(step, clock) : scale.at(step, seconds)));
        for (long step : plans.snapshots(run, run.lastStep().orElse(0L))) {
            marks.add(new Mark(Mark.Kind.SNAPSHOT, scale.at(step, clock), NLS.bind(Messages.mark_snapshot, step)));
        }
        return marks;
    }
}
