package org.backprop.runlog.run;

import java.util.ArrayList;
import java.util.List;

/**
 * What was recorded under a tag, at most a given number of values. When there are more, every second of them goes, and later
 * ones are kept at the wider distance only, so that what stays covers the whole run evenly; the newest is always there.
 */
final class Thinned<T> {
    private final int most;
    private final List<Recorded<T>> kept = new ArrayList<>();
    private Recorded<T> newest;
    private long stride = 1;
    private long sinceKept;

    /** @param most at least 2 */
    Thinned(int most) {
        this.most = most;
    }

    /** Adds a value; what is there of a later step is superseded. */
    void add(Recorded<T> recorded) {
        dropFrom(recorded.step() + 1);
        newest = recorded;
        if (kept.isEmpty() || ++sinceKept >= stride) {
            keep(recorded);
        }
    }

    private void keep(Recorded<T> recorded) {
        sinceKept = 0;
        kept.add(recorded);
        if (kept.size() == most) {
            for (int i = kept.size() / 2; i >= 1; i--) {
                int odd = 2 * i - 1;
                kept.remove(odd);
            }
            stride *= 2;
            sinceKept = stride / 2;
        }
    }

    /** Drops what is there of {@code step} or later. */
    void dropFrom(long step) {
        while (!kept.isEmpty() && kept.getLast().step() >= step) {
            kept.removeLast();
        }
        if (newest != null && newest.step() >= step) {
            newest = kept.isEmpty() ? null : kept.getLast();
            sinceKept = 0;
        }
    }

    /** What is kept, oldest first. */
    List<Recorded<T>> all() {
        if (newest == null || kept.getLast() == newest) {
            return List.copyOf(kept);
        }
        List<Recorded<T>> all = new ArrayList<>(kept);
        all.add(newest);
        return List.copyOf(all);
    }
}
