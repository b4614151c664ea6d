package org.backprop.views.dropout;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.backprop.runlog.run.Recorded;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.tensor.DType;
import org.backprop.runlog.tensor.Tensor;

/**
 * How often each unit of a layer was kept in the masks that were recorded since the start of the run.
 *
 * @param step the step of the record
 * @param kept by unit; not to be changed
 * @param drawn number of masks
 */
public record UnitCounts(long step, long[] kept, long drawn) {
    static final String TAG = "dropout_counts/";

    /** The newest counts up to a step. */
    static Optional<UnitCounts> of(RunSnapshot run, String layer, long step, int units) {
        return run.history(TAG + layer).reversed().stream()
                .filter(recorded -> recorded.step() <= step)
                .findFirst()
                .filter(recorded -> fits(recorded.value(), units))
                .map(UnitCounts::of);
    }

    private static boolean fits(Tensor tensor, int units) {
        return tensor.dtype() == DType.I64 && tensor.shape().equals(List.of(2L, (long) units));
    }

    private static UnitCounts of(Recorded<Tensor> recorded) {
        long[] both = recorded.value().toLongs();
        return new UnitCounts(recorded.step(), java.util.Arrays.copyOf(both, both.length / 2), both[both.length / 2]);
    }

    /** The units that were never kept. */
    List<Integer> alwaysDropped() {
        return IntStream.range(0, kept.length)
                .filter(unit -> kept[unit] == 0)
                .boxed()
                .toList();
    }

    /** The units that were always kept. */
    List<Integer> neverDropped() {
        return IntStream.range(0, kept.length)
                .filter(unit -> kept[unit] == drawn)
                .boxed()
                .toList();
    }

    /** How many standard deviations a unit was kept more often than a keep rate says. */
    double deviation(int unit, double keep) {
        double variance = drawn * keep * (1 - keep);
        return variance == 0 ? 0 : (kept[unit] - drawn * keep) / Math.sqrt(variance);
    }
}
