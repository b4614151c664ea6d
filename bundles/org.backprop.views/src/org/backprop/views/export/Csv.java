package org.backprop.views.export;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Comma-separated values as in RFC 4180. */
public final class Csv {
    private Csv() {}

    /** The same table with commas in place of tabs; cells that need it are quoted. */
    public static String ofTabs(String table) {
        return table.lines()
                .map(line -> Arrays.stream(line.split("\t", -1)).map(Csv::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
