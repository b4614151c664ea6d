package org.backprop.views.compare;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.eclipse.ui.IMemento;

/**
 * What the Compare Runs view shows; kept between sessions.
 *
 * @param folders folders of the runs
 * @param metric tag of the curves and of the last axis; empty for the first metric there is
 * @param axes paths of the hyperparameters that are axes; empty for those that differ
 * @param logarithmic whether curves are drawn on a logarithmic scale
 * @param tab index of the part in front
 */
record CompareState(List<Path> folders, String metric, List<String> axes, boolean logarithmic, int tab) {
    private static final String FOLDERS = "folders";
    private static final String METRIC = "metric";
    private static final String AXES = "axes";
    private static final String LOGARITHMIC = "logarithmic";
    private static final String TAB = "tab";

    CompareState {
        folders = List.copyOf(folders);
        axes = List.copyOf(axes);
    }

    CompareState withFolders(List<Path> runs) {
        return new CompareState(runs, metric, List.of(), logarithmic, tab);
    }

    CompareState withMetric(String tag) {
        return new CompareState(folders, tag, axes, logarithmic, tab);
    }

    CompareState withAxes(List<String> paths) {
        return new CompareState(folders, metric, paths, logarithmic, tab);
    }

    CompareState withLogarithmic(boolean log) {
        return new CompareState(folders, metric, axes, log, tab);
    }

    CompareState withTab(int index) {
        return new CompareState(folders, metric, axes, logarithmic, index);
    }

    /** The saved state; no runs if there is none. */
    static CompareState restore(IMemento memento) {
        if (memento == null) {
            return new CompareState(List.of(), "", List.of(), false, 0);
        }
        Integer tab = memento.getInteger(TAB);
        return new CompareState(
                paths(lines(memento, FOLDERS)),
                Objects.requireNonNullElse(memento.getString(METRIC), ""),
                lines(memento, AXES),
                Boolean.TRUE.equals(memento.getBoolean(LOGARITHMIC)),
                tab == null ? 0 : tab);
    }

    private static List<String> lines(IMemento memento, String key) {
        String text = memento.getString(key);
        return text == null ? List.of() : text.lines().toList();
    }

    private static List<Path> paths(List<String> texts) {
        List<Path> paths = new ArrayList<>();
        for (String text : texts) {
            try {
                paths.add(Path.of(text));
            } catch (InvalidPathException fromAnotherPlatform) {
                return List.of();
            }
        }
        return paths;
    }

    void save(IMemento memento) {
        memento.putString(
                FOLDERS, String.join("\n", folders.stream().map(Path::toString).toList()));
        memento.putString(METRIC, metric);
        memento.putString(AXES, String.join("\n", axes));
        memento.putBoolean(LOGARITHMIC, logarithmic);
        memento.putInteger(TAB, tab);
    }
}
