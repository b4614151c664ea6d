package org.backprop.views.curves;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.backprop.runlog.run.RunSnapshot;

/** Names of lines: as much as tells them apart. */
final class LineNames {
    private static final String DIVIDER = " \u00b7 ";

    private final List<RunSnapshot> runs;
    private final boolean folders;
    private final Set<String> given = new HashSet<>();

    LineNames(List<RunSnapshot> runs) {
        this.runs = runs;
        folders = runs.stream().map(RunSnapshot::name).distinct().count() < runs.size();
    }

    /** Name of a run; that of its folder where runs have the same name. */
    String of(RunSnapshot run) {
        return folders ? run.folder().getFileName().toString() : run.name();
    }

    /** @param withQuantity whether there are several quantities in the chart */
    String of(RunSnapshot run, CurveTag tag, boolean withQuantity) {
        List<String> parts = new ArrayList<>();
        if (runs.size() > 1) {
            parts.add(of(run));
        }
        boolean noSet = tag.set() == CurveTag.DataSet.NONE;
        if (withQuantity || noSet && runs.size() == 1) {
            parts.add(tag.member().isEmpty() ? tag.quantity() : tag.member());
        }
        if (!noSet) {
            parts.add(set(tag.set()));
        }
        return unique(String.join(DIVIDER, parts));
    }

    /** Name of the line of what was planned. */
    String planOf(RunSnapshot run) {
        return unique(runs.size() > 1 ? of(run) + DIVIDER + Messages.series_planned : Messages.series_planned);
    }

    private String unique(String name) {
        String unique = name;
        for (int i = 2; !given.add(unique); i++) {
            unique = name + " (" + i + ")";
        }
        return unique;
    }

    private static String set(CurveTag.DataSet set) {
        return switch (set) {
            case TRAIN -> Messages.series_train;
            case VALIDATION -> Messages.series_validation;
            case TEST -> Messages.series_test;
            case VALIDATION_ENSEMBLE -> Messages.series_validationEnsemble;
            case TEST_ENSEMBLE -> Messages.series_testEnsemble;
            case NONE -> "";
        };
    }
}
