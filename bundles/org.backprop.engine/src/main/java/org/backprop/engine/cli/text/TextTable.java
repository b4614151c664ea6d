package org.backprop.engine.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Lines of cells as text in columns. */
public final class TextTable {

    private final Set<Integer> left;
    private final List<String[]> lines = new ArrayList<>();

    /** An empty table; the cells of the columns with these numbers stand left, the others right. */
    public TextTable(Integer... left) {
        this.left = Set.of(left);
    }

    /** Adds a line, of as many cells as the others. */
    public TextTable line(String... cells) {
        lines.add(cells);
        return this;
    }

    /** The text; all lines end. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String[] line : lines) {
            StringBuilder one = new StringBuilder();
            for (int i = 0; i < line.length; i++) {
                String format = "%" + (left.contains(i) ? "-" : "") + width(i) + "s  ";
                one.append(String.format(Locale.ROOT, format, line[i]));
            }
            text.append(one.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }

    private int width(int column) {
        return lines.stream()
                .mapToInt(line -> Math.max(1, line[column].length()))
                .max()
                .orElseThrow();
    }
}
