package org.backprop.views.runs;

import java.util.List;
import java.util.stream.Collectors;

/** Runs as text that a spreadsheet understands: a header and a line for each run, columns divided by tabs. */
final class RunsText {
    private RunsText() {}

    static String of(List<RunColumn> columns, List<RunRow> rows) {
        StringBuilder text = new StringBuilder();
        text.append(columns.stream().map(column -> column.column().title()).collect(Collectors.joining("\t")))
                .append('\n');
        for (RunRow row : rows) {
            text.append(columns.stream()
                            .map(column -> column.column().text().apply(row).replace('\t', ' '))
                            .collect(Collectors.joining("\t")))
                    .append('\n');
        }
        return text.toString();
    }
}
