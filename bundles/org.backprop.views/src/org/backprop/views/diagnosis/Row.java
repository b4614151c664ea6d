package org.backprop.views.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.backprop.runlog.diagnosis.Fault;
import org.backprop.runlog.diagnosis.Finding;
import org.backprop.views.tables.Column;

/**
 * A finding in the table. Rows of the same fault and layers are equal, so that the selection stays while figures change.
 *
 * @param finding the finding
 * @param rank its place among all, the gravest first
 */
record Row(Finding finding, int rank) {
    private static final int WIDE = 420;
    private static final int NARROW = 90;

    /** What tells a finding from others, also while its figures change. */
    record Key(Fault fault, List<String> layers, String tag) {}

    static final Column<Row> FAULT = new Column<>(
            Messages.column_fault,
            170,
            false,
            row -> row.finding().fault().title(),
            Comparator.comparingInt(Row::rank));

    /** The columns: what is wrong, where, since when, what it says, what to do. */
    static List<Column<Row>> columns() {
        return List.of(
                FAULT,
                column(Messages.column_layers, 90, Row::layers),
                new Column<>(
                        Messages.column_since,
                        NARROW,
                        true,
                        Row::since,
                        Comparator.comparingLong(row -> row.finding().firstStep())),
                column(Messages.column_message, WIDE, row -> row.finding().message()),
                column(Messages.column_remedy, WIDE, row -> row.finding().remedy()));
    }

    private static Column<Row> column(String title, int width, Function<Row, String> text) {
        return new Column<>(title, width, false, text, Comparator.comparing(text));
    }

    Key key() {
        String tag = finding.evidence().isEmpty()
                ? ""
                : finding.evidence().getFirst().tag();
        return new Key(finding.fault(), finding.layers(), tag);
    }

    String layers() {
        return String.join(", ", finding.layers());
    }

    /** The first step with the fault; that of data is there from the start. */
    String since() {
        return finding.firstStep() == 0 ? Messages.since_start : String.format(Locale.ROOT, "%,d", finding.firstStep());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Row row && key().equals(row.key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }
}
