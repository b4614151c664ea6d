package org.backprop.engine.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import com.google.gson.Gson;

/** Prints results as they come: a table under a line about the machine, or one JSON object a line. */
public final class Report {
    private static final int NUMBER_WIDTH = 9;
    private static final int TEXT_WIDTH = 14;

    private final PrintStream out;
    private final boolean json;
    private final Supplier<String> machine;
    private final Map<String, Integer> widths = new HashMap<>();

    /** A report whose table begins with what {@code machine} says when the first row comes. */
    public Report(PrintStream out, boolean json, Supplier<String> machine) {
        this.out = out;
        this.json = json;
        this.machine = machine;
    }

    /** Prints a row. All rows of a report have the same names. */
    public void add(Row row) {
        addAll(List.of(row));
    }

    /** Prints rows; the first ones decide how wide the columns are. */
    public void addAll(List<Row> rows) {
        if (!json && widths.isEmpty() && !rows.isEmpty()) {
            rows.forEach(this::widen);
            out.println(machine.get());
            out.println(heading(rows.getFirst()));
        }
        rows.forEach(row -> out.println(json ? new Gson().toJson(row.values()) : line(row)));
        out.flush();
    }

    private void widen(Row row) {
        row.values().forEach((name, value) -> {
            int least = value instanceof Number ? NUMBER_WIDTH : TEXT_WIDTH;
            int needed = Math.max(least, Math.max(name.length(), text(value).length()));
            widths.merge(name, needed, Math::max);
        });
    }

    private String heading(Row row) {
        List<String> cells = new ArrayList<>();
        row.values().forEach((name, value) -> cells.add(cell(name, value, name)));
        return String.join("  ", cells).stripTrailing();
    }

    private String line(Row row) {
        List<String> cells = new ArrayList<>();
        row.values().forEach((name, value) -> cells.add(cell(name, value, text(value))));
        return String.join("  ", cells).stripTrailing();
    }

    /** Text in the width of its column, numbers at the right. */
    private String cell(String name, Object value, String text) {
        String sign = value instanceof Number ? "" : "-";
        return String.format(Locale.ROOT, "%" + sign + widths.get(name) + "s", text);
    }

    private static String text(Object value) {
        if (value instanceof Double number) {
            return String.format(Locale.ROOT, Math.abs(number) >= 100 ? "%,.0f" : "%.2f", number);
        }
        return String.valueOf(value);
    }
}
