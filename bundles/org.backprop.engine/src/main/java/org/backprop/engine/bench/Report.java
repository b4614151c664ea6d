package org.backprop.engine.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.google.gson.Gson;

/** Prints results as they come: a table under a line about the machine, or one JSON object a line. */
public final class Report {
    private static final int WIDTH = 9;

    private final PrintStream out;
    private final boolean json;
    private final Supplier<String> machine;
    private boolean started;

    /** A report whose table begins with what {@code machine} says when the first row comes. */
    public Report(PrintStream out, boolean json, Supplier<String> machine) {
        this.out = out;
        this.json = json;
        this.machine = machine;
    }

    /** Prints a row. All rows of a report have the same names. */
    public void add(Row row) {
        if (json) {
            out.println(new Gson().toJson(row.values()));
        } else {
            if (!started) {
                out.println(machine.get());
                out.println(line(row, (name, value) -> name));
            }
            out.println(line(row, (name, value) -> text(value)));
        }
        started = true;
        out.flush();
    }

    private static String line(Row row, BiFunction<String, Object, String> cell) {
        List<String> names = List.copyOf(row.values().keySet());
        return names.stream()
                .map(name -> {
                    Object value = row.values().get(name);
                    int width =
                            Math.max(WIDTH, Math.max(name.length(), text(value).length()));
                    String format = value instanceof Number ? "%" + width + "s" : "%-" + (width + 5) + "s";
                    return String.format(Locale.ROOT, format, cell.apply(name, value));
                })
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String text(Object value) {
        if (value instanceof Double number) {
            return String.format(Locale.ROOT, Math.abs(number) >= 100 ? "%,.0f" : "%.2f", number);
        }
        return String.valueOf(value);
    }
}
