package org.backprop.engine.kernels;

/** Walks through a {@link Rearrangement}, row by row of its last dimension; a subclass moves a row. */
public abstract class Rearranging implements Work {

    private static final int LEAST_SHARED = 10_000;

    private final Team team;
    private Rearrangement rearrangement;
    private int[] counts;
    private int[] fromSteps;
    private int[] toSteps;

    protected Rearranging(Team team) {
        this.team = team;
    }

    /** Moves all elements. */
    protected final void run(Rearrangement rearrangement) {
        this.rearrangement = rearrangement;
        counts = rearrangement.counts();
        fromSteps = rearrangement.fromSteps();
        toSteps = rearrangement.toSteps();
        long elements = 1;
        for (int count : counts) {
            elements *= count;
        }
        team.run(this, elements >= LEAST_SHARED);
    }

    @Override
    public final void run(int part, int parts) {
        int begin = Work.begin(counts[0], 1, part, parts);
        int end = Work.end(counts[0], 1, part, parts);
        if (begin < end) {
            int from = rearrangement.fromOffset() + begin * fromSteps[0];
            int to = rearrangement.toOffset() + begin * toSteps[0];
            walk(0, end - begin, from, to);
        }
    }

    private void walk(int dimension, int count, int from, int to) {
        if (dimension == counts.length - 1) {
            row(count, from, fromSteps[dimension], to, toSteps[dimension], rearrangement.adds());
            return;
        }
        for (int i = 0; i < count; i++) {
            walk(dimension + 1, counts[dimension + 1], from, to);
            from += fromSteps[dimension];
            to += toSteps[dimension];
        }
    }

    /** Moves or adds {@code count} elements. */
    protected abstract void row(int count, int from, int fromStep, int to, int toStep, boolean adds);
}
