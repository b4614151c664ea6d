package org.backprop.engine.cli.progress;

import java.io.PrintStream;
import java.util.Map;

/** A line an epoch and, in long epochs, one every few seconds: for logs, pipes and the IDE's console. */
final class PlainProgress implements Progress {
    private static final long INTERVAL_NANOS = 5_000_000_000L;

    private final PrintStream out;
    private boolean started;
    private long lastLine;

    PlainProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void message(String text) {
        out.println(text);
    }

    @Override
    public void tick(Tick tick) {
        if (!started) {
            started = true;
            lastLine = System.nanoTime();
        } else if (System.nanoTime() - lastLine >= INTERVAL_NANOS) {
            line(Format.tick(tick));
        }
    }

    @Override
    public void epoch(Tick tick, Map<String, Double> metrics) {
        line(Format.epoch(tick, metrics));
    }

    @Override
    public void end(String outcome, String text) {
        out.println(text);
    }

    private void line(String text) {
        lastLine = System.nanoTime();
        out.println(text);
    }
}
