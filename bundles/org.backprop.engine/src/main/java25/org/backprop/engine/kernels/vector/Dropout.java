package org.backprop.engine.kernels.vector;

import org.backprop.engine.random.Philox;

/** Drops or scales the elements of a view; each thread computes the random numbers of its own elements. */
final class Dropout implements Work {

    private static final int WORDS = 4;
    private static final int UNIFORM_BITS = 24;

    private final Team team;
    private final int[][] words;
    private long seed;
    private long stream;
    private float rate;
    private NativeView x;
    private NativeView y;

    Dropout(Team team) {
        this.team = team;
        words = new int[team.size()][WORDS];
    }

    void run(long seed, long stream, float rate, NativeView x, NativeView y) {
        this.seed = seed;
        this.stream = stream;
        this.rate = rate;
        this.x = x;
        this.y = y;
        team.run(this, Sharing.pays((long) x.length() * WORDS));
    }

    @Override
    public void run(int part, int parts) {
        int end = Work.end(x.length(), WORDS, part, parts);
        int threshold = (int) Math.ceil((double) rate * (1 << UNIFORM_BITS));
        for (int at = Work.begin(x.length(), WORDS, part, parts); at < end; at += WORDS) {
            Philox.block(seed, stream, at / WORDS, words[part], 0);
            scale(words[part], threshold, 1f / (1f - rate), at, Math.min(WORDS, end - at));
        }
    }

    private void scale(int[] words, int threshold, float scale, int at, int count) {
        for (int i = 0; i < count; i++) {
            boolean kept = words[i] >>> Integer.SIZE - UNIFORM_BITS >= threshold;
            float value = Lanes.get(Lanes.at(x.address(), at + i));
            Lanes.set(Lanes.at(y.address(), at + i), kept ? value * scale : 0f);
        }
    }
}
