package org.backprop.engine.bench;

import java.util.ArrayList;
import java.util.List;

/** A contestant that makes steps in no time and says how long they took. */
final class FakeContestant implements Contestant {
    private final String name;
    private final double rate;
    private final double loss;
    private final List<String> turns;
    private boolean closed;

    FakeContestant(String name, double rate, double loss, List<String> turns) {
        this.name = name;
        this.rate = rate;
        this.loss = loss;
        this.turns = turns;
    }

    FakeContestant(String name, double rate, double loss) {
        this(name, rate, loss, new ArrayList<>());
    }

    @Override
    public String description() {
        return name;
    }

    @Override
    public Measurement run(int warmUp, int steps) {
        turns.add(name);
        return new Measurement(steps, steps / rate, loss, 0, 0);
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }
}
