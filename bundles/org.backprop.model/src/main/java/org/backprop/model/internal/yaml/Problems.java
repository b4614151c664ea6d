package org.backprop.model.internal.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.backprop.model.Code;
import org.backprop.model.Fix;
import org.backprop.model.Problem;
import org.backprop.model.Severity;

/** Collects problems. A problem reported twice, as happens below an alias, counts once. */
public final class Problems {

    /** After this many the others are only counted. */
    static final int LISTED = 1000;

    private final String mainFile;
    private final Set<Problem> listed = new LinkedHashSet<>();
    private int unlisted;
    private Severity worstUnlisted = Severity.WARNING;
    private Location firstUnlisted;
    private boolean errors;

    /**
     * For a model file.
     *
     * @param mainFile its name; problems in other texts are listed after those in it
     */
    public Problems(String mainFile) {
        this.mainFile = mainFile;
    }

    /** Adds an error. */
    public void error(Location at, Code code, String message) {
        error(at, code, message, List.of());
    }

    /** Adds an error with what mends it. */
    public void error(Location at, Code code, String message, List<Fix> fixes) {
        errors = true;
        add(at, Severity.ERROR, code, message, fixes);
    }

    /** Adds a warning. */
    public void warning(Location at, Code code, String message) {
        warning(at, code, message, List.of());
    }

    /** Adds a warning with what mends it. */
    public void warning(Location at, Code code, String message, List<Fix> fixes) {
        add(at, Severity.WARNING, code, message, fixes);
    }

    /** Whether any error was added. */
    public boolean hasErrors() {
        return errors;
    }

    /** All problems in the order of their positions. */
    public List<Problem> sorted() {
        List<Problem> all = new ArrayList<>(listed);
        all.sort(Comparator.comparing((Problem p) -> !p.file().equals(mainFile))
                .thenComparing(Problem::file)
                .thenComparing(Problem::position));
        if (unlisted > 0) {
            all.add(new Problem(
                    firstUnlisted.file(),
                    firstUnlisted.position(),
                    worstUnlisted,
                    Code.TOO_LARGE.name(),
                    unlisted + " more problems are not listed"));
        }
        return all;
    }

    /** Adds a problem; fixes are for places in the main file. */
    private void add(Location at, Severity severity, Code code, String message, List<Fix> fixes) {
        List<Fix> possible = at.file().equals(mainFile) ? fixes : List.of();
        Problem problem = new Problem(at.file(), at.position(), severity, code.name(), message, possible);
        if (listed.size() < LISTED) {
            listed.add(problem);
        } else if (!listed.contains(problem)) {
            firstUnlisted = unlisted++ == 0 ? at : firstUnlisted;
            worstUnlisted = severity.compareTo(worstUnlisted) < 0 ? severity : worstUnlisted;
        }
    }
}
