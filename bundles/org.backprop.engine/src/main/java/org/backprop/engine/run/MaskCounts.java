package org.backprop.engine.run;

import java.util.Arrays;
import java.util.List;

import org.backprop.runlog.run.Recorded;
import org.backprop.runlog.tensor.BitMask;
import org.backprop.runlog.tensor.Tensor;

/** How often each unit of a layer was kept, in the masks that were recorded since the start of the run. */
final class MaskCounts {

    private final long[] kept;
    private long drawn;

    MaskCounts(int units) {
        kept = new long[units];
    }

    /** Adds a mask {@code [samples, units]}. */
    void add(BitMask mask) {
        for (int i = 0, unit = 0; i < mask.elements(); i++) {
            kept[unit] += mask.get(i) ? 1 : 0;
            unit = unit + 1 == kept.length ? 0 : unit + 1;
        }
        drawn += mask.elements() / kept.length;
    }

    /** Number of masks of samples so far. */
    long drawn() {
        return drawn;
    }

    /** {@code [2, units]}: times kept, times drawn. */
    Tensor toTensor() {
        long[] both = Arrays.copyOf(kept, 2 * kept.length);
        Arrays.fill(both, kept.length, both.length, drawn);
        return Tensor.longs(both, 2, kept.length);
    }

    /** Takes over the last record up to a step, if it is of as many units. */
    void goOn(List<Recorded<Tensor>> history, long last) {
        history.reversed().stream()
                .filter(recorded ->
                        recorded.step() <= last && recorded.value().shape().equals(List.of(2L, (long) kept.length)))
                .findFirst()
                .map(recorded -> recorded.value().toLongs())
                .ifPresent(both -> {
                    System.arraycopy(both, 0, kept, 0, kept.length);
                    drawn = both[kept.length];
                });
    }
}
