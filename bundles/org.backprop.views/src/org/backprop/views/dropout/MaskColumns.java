package org.backprop.views.dropout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.backprop.runlog.run.Recorded;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.tensor.BitMask;
import org.backprop.runlog.tensor.Tensor;

/**
 * The newest recorded masks of one layer, oldest first; each sample of a step is a column.
 *
 * @param units units of a sample
 * @param samples samples of the newest step
 * @param columns the masks; all have as many units
 */
public record MaskColumns(int units, int samples, List<Column> columns) {
    static final String TAG = "dropout_mask/";

    /** The units of one sample at one step. */
    public record Column(long step, int sample, BitMask mask) {
        /** Whether a unit of so many was kept. */
        public boolean kept(int unit, int units) {
            return mask.get(sample * units + unit);
        }

        /** How many units from one to another, exclusive, were kept of so many. */
        public int kept(int from, int to, int units) {
            return mask.count(sample * units + from, sample * units + to);
        }
    }

    /**
     * The masks up to a step.
     *
     * @param most number of columns
     * @return empty if none was recorded
     */
    public static Optional<MaskColumns> of(RunSnapshot run, String layer, long step, int most) {
        List<Column> columns = new ArrayList<>();
        int units = 0;
        int samples = 0;
        for (Recorded<Tensor> recorded : run.history(TAG + layer).reversed()) {
            Optional<BitMask> mask = recorded.step() > step ? Optional.empty() : mask(recorded.value());
            if (mask.isEmpty()) {
                continue;
            }
            int[] shape = mask.get().shape();
            if (columns.isEmpty()) {
                samples = shape[0];
                units = shape[1];
            }
            if (shape[1] != units || columns.size() >= most) {
                break; // the network was another one before, or there are enough
            }
            for (int sample = shape[0] - 1; sample >= 0 && columns.size() < most; sample--) {
                columns.add(new Column(recorded.step(), sample, mask.get()));
            }
        }
        Collections.reverse(columns);
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(new MaskColumns(units, samples, List.copyOf(columns)));
    }

    private static Optional<BitMask> mask(Tensor tensor) {
        try {
            return Optional.of(BitMask.of(tensor)).filter(mask -> mask.shape().length == 2 && mask.elements() > 0);
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** The columns of the newest step. */
    public List<Column> newest() {
        return columns.stream()
                .filter(column -> column.step() == columns.getLast().step())
                .toList();
    }

    /** How many units all columns together have that were kept since a step. */
    public long kept(long since) {
        return columns.stream()
                .filter(column -> column.step() >= since)
                .mapToLong(column -> column.kept(0, units, units))
                .sum();
    }

    /** How many units all columns since a step have. */
    public long drawn(long since) {
        return columns.stream().filter(column -> column.step() >= since).count() * units;
    }
}
