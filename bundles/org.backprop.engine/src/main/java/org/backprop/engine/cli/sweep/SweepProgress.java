package org.backprop.engine.cli.sweep;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.backprop.engine.cli.progress.ProgressMode;
import org.backprop.runlog.sweep.SweepSnapshot;
import org.backprop.runlog.sweep.TrialRow;
import org.backprop.runlog.sweep.TrialState;

import com.google.gson.JsonObject;

/** Shows a sweep under way: a line for each trial that begins or ends, and in a terminal one that moves for each at work. */
public final class SweepProgress {
    private static final String UP = "\u001b[%dA";
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final ProgressMode mode;
    private final boolean table;
    private final Map<Integer, TrialState> shown = new HashMap<>();
    private int moving;

    private SweepProgress(PrintStream out, ProgressMode mode, boolean table) {
        this.out = out;
        this.mode = mode;
        this.table = table;
    }

    /**
     * What a mode shows.
     *
     * @param json whether the result is printed as JSON, so that nothing else may be
     * @param interactive whether {@code out} is a terminal
     */
    public static SweepProgress of(ProgressMode mode, boolean json, PrintStream out, boolean interactive) {
        if (json && mode != ProgressMode.JSON) {
            return new SweepProgress(out, ProgressMode.NONE, false);
        }
        ProgressMode chosen = switch (mode) {
            case AUTO -> interactive ? ProgressMode.LIVE : ProgressMode.PLAIN;
            default -> mode;
        };
        return new SweepProgress(out, chosen, chosen != ProgressMode.JSON);
    }

    /** A remark for the reader. */
    public void message(String text) {
        switch (mode) {
            case NONE -> {}
            case JSON -> {
                JsonObject line = new JsonObject();
                line.addProperty("event", "message");
                line.addProperty("text", text);
                out.println(line);
            }
            default -> out.println(text);
        }
    }

    /** The sweep moved on. */
    public void changed(SweepSnapshot sweep) {
        List<TrialRow> news = sweep.rows().stream()
                .filter(row -> row.state() != TrialState.WAITING
                        && row.state() != shown.get(row.trial().number()))
                .toList();
        news.forEach(row -> shown.put(row.trial().number(), row.state()));
        switch (mode) {
            case NONE -> {}
            case JSON -> news.forEach(row -> out.println(SweepJson.event(row)));
            case LIVE -> showLive(sweep, news);
            default -> news.forEach(row -> out.println(SweepTable.line(row, sweep.planned())));
        }
    }

    private void showLive(SweepSnapshot sweep, List<TrialRow> news) {
        clear();
        news.stream()
                .filter(row -> row.state() != TrialState.RUNNING)
                .forEach(row -> out.println(SweepTable.line(row, sweep.planned())));
        List<TrialRow> running = sweep.rows().stream()
                .filter(row -> row.state() == TrialState.RUNNING)
                .toList();
        running.forEach(row -> out.println(SweepTable.line(row, sweep.planned())));
        moving = running.size();
        out.flush();
    }

    private void clear() {
        if (moving > 0) {
            out.print(UP.formatted(moving) + (CLEAR_LINE + "\n").repeat(moving) + UP.formatted(moving));
        }
        moving = 0;
    }

    /** The sweep ended: prints its tables. */
    public void end(SweepSnapshot sweep) {
        clear();
        if (table) {
            out.println();
            out.print(SweepTable.trials(sweep));
            out.println();
            out.print(SweepTable.groups(sweep));
        }
    }
}
