package org.backprop.engine.cli.progress;

import java.util.Map;

/** Shows nothing. */
final class NoProgress implements Progress {
    @Override
    public void message(String text) {}

    @Override
    public void tick(Tick tick) {}

    @Override
    public void epoch(Tick tick, Map<String, Double> metrics) {}

    @Override
    public void end(String outcome, String text) {}
}
