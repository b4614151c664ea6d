package org.backprop.views.curves;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.eclipse.ui.IMemento;

/**
 * What the user chose in the Curves view; kept between sessions.
 *
 * @param pinned folder of the run to show, or null to follow the newest run
 * @param logarithmic whether the loss is drawn on a logarithmic scale
 */
record CurvesState(Path pinned, boolean logarithmic) {
    private static final String PINNED = "pinned";
    private static final String LOGARITHMIC = "logarithmic";

    CurvesState withPinned(Path run) {
        return new CurvesState(run, logarithmic);
    }

    CurvesState withLogarithmic(boolean log) {
        return new CurvesState(pinned, log);
    }

    /** The saved state; the defaults if there is none. */
    static CurvesState restore(IMemento memento) {
        if (memento == null) {
            return new CurvesState(null, false);
        }
        return new CurvesState(path(memento.getString(PINNED)), Boolean.TRUE.equals(memento.getBoolean(LOGARITHMIC)));
    }

    private static Path path(String text) {
        try {
            return text == null ? null : Path.of(text);
        } catch (InvalidPathException fromAnotherPlatform) {
            return null;
        }
    }

    void save(IMemento memento) {
        if (pinned != null) {
            memento.putString(PINNED, pinned.toString());
        }
        memento.putBoolean(LOGARITHMIC, logarithmic);
    }
}
