package org.backprop.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What became of the parts of an imported network: what was carried over, what is written otherwise, what is missing. */
public final class ImportReport {

    private final String source;
    private final Set<String> changed = new LinkedHashSet<>();
    private final Set<String> leftOut = new LinkedHashSet<>();
    private int layers;
    private long weights;

    /** @param source what was read, such as the name of a file and of the tool that wrote it */
    public ImportReport(String source) {
        this.source = source;
    }

    /** Counts a layer of the file with its weights. */
    public void carriedOver(long values) {
        layers++;
        weights += values;
    }

    /** Something that is written otherwise here, to the same effect unless the sentence says more. */
    public void changed(String sentence) {
        changed.add(sentence);
    }

    /** Something that is not in the model file. */
    public void leftOut(String sentence) {
        leftOut.add(sentence);
    }

    /** What is written otherwise. */
    public List<String> changes() {
        return List.copyOf(changed);
    }

    /** What is missing. */
    public List<String> omissions() {
        return List.copyOf(leftOut);
    }

    /** The report as lines of text. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "Carried over from %s: %d layers with %,d weights.", source, layers, weights));
        section(lines, "Changed:", changed);
        section(lines, "Left out:", leftOut);
        return lines;
    }

    private static void section(List<String> lines, String title, Set<String> sentences) {
        if (!sentences.isEmpty()) {
            lines.add(title);
            sentences.forEach(sentence -> lines.add("- " + sentence));
        }
    }
}
