package org.backprop.engine.cli.progress;

import java.io.PrintStream;
import java.util.Map;

/** One line in a terminal, rewritten in place; a finished epoch leaves its line behind. */
final class LiveProgress implements Progress {
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;

    LiveProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void message(String text) {
        out.println(CLEAR_LINE + text);
    }

    @Override
    public void tick(Tick tick) {
        out.print(CLEAR_LINE + Format.tick(tick));
        out.flush();
    }

    @Override
    public void epoch(Tick tick, Map<String, Double> metrics) {
        out.println(CLEAR_LINE + Format.epoch(tick, metrics));
    }

    @Override
    public void end(String outcome, String text) {
        out.println(CLEAR_LINE + text);
    }
}
