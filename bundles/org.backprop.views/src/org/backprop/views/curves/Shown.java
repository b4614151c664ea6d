package org.backprop.views.curves;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.views.RunFacts;
import org.backprop.views.marks.Mark;

/**
 * What the Curves view shows at one moment.
 *
 * @param runs the runs, at least one
 * @param facts figures of the first run
 * @param plots a chart for each group of quantities that is chosen and has points
 * @param marks what happened meanwhile
 * @param known all quantities that the runs have
 * @param state what the user chose
 */
public record Shown(
        List<RunSnapshot> runs,
        RunFacts facts,
        List<Plot> plots,
        List<Mark> marks,
        List<String> known,
        CurvesState state) {
    RunSnapshot run() {
        return runs.getFirst();
    }

    /** Whether there is nothing to draw yet. */
    boolean isEmpty() {
        return known.isEmpty();
    }

    /** Tags of the curves that are drawn. */
    Set<String> tags() {
        Set<String> tags = new TreeSet<>();
        for (RunSnapshot run : runs) {
            run.scalars().keySet().stream()
                    .filter(tag -> state.shows(CurveTag.of(tag)))
                    .forEach(tags::add);
        }
        return tags;
    }
}
