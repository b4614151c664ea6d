package org.backprop.views.dropout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.backprop.views.images.Cells;
import org.eclipse.osgi.util.NLS;

/**
 * Units from top to bottom, masks from left to right with the newest at the right edge; 1 = kept. Where there are more units
 * than rows, a row stands for several units, with the share that was kept. Immutable.
 */
public final class MaskGrid implements Cells {
    private static final int LEAST_BEFORE_GAP = 4;

    private final int columns;
    private final List<Strip> strips = new ArrayList<>();
    private final int rows;

    /** The rows of one layer. */
    private record Strip(String name, MaskColumns masks, int top, int rows) {
        int unit(int row) {
            return (int) ((long) (row - top) * masks.units() / rows);
        }
    }

    /** A layer and its masks. */
    public record Source(String name, MaskColumns masks) {}

    /**
     * Lays layers below each other.
     *
     * @param columns number of columns, at least those of each layer
     * @param most number of rows to aim at
     */
    public MaskGrid(List<Source> layers, int columns, int most) {
        this.columns = columns;
        int each = Math.max(1, most / Math.max(1, layers.size()));
        int top = 0;
        for (Source layer : layers) {
            int height = Math.min(layer.masks().units(), each);
            strips.add(new Strip(layer.name(), layer.masks(), top, height));
            top += height + (each >= LEAST_BEFORE_GAP ? 1 : 0);
        }
        rows = strips.isEmpty() ? 0 : strips.getLast().top() + strips.getLast().rows();
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public float at(int column, int row) {
        Strip strip = strip(row);
        int index = index(strip, column);
        if (index < 0) {
            return Float.NaN;
        }
        int from = strip.unit(row);
        int to = strip.unit(row + 1);
        MaskColumns masks = strip.masks();
        return (float) masks.columns().get(index).kept(from, to, masks.units()) / (to - from);
    }

    /** The mask in a column, from 0; -1 if there is none. */
    private int index(Strip strip, int column) {
        return strip == null ? -1 : column - columns + strip.masks().columns().size();
    }

    private Strip strip(int row) {
        int low = 0;
        int high = strips.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (strips.get(middle).top() <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return strips.isEmpty()
                        || row >= strips.get(low).top() + strips.get(low).rows()
                ? null
                : strips.get(low);
    }

    /** A cell in words; null where there is none. */
    public String describe(int column, int row) {
        Strip strip = row < 0 || row >= rows || column < 0 || column >= columns ? null : strip(row);
        int index = index(strip, column);
        if (index < 0) {
            return null;
        }
        MaskColumns.Column mask = strip.masks().columns().get(index);
        int from = strip.unit(row);
        int to = strip.unit(row + 1);
        String what = to - from > 1
                ? NLS.bind(Messages.tip_units, new Object[] {
                    from, to - 1, String.format(Locale.ROOT, "%.0f", 100 * at(column, row))
                })
                : NLS.bind(at(column, row) > 0 ? Messages.tip_kept : Messages.tip_dropped, from);
        return NLS.bind(Messages.tip_mask, new Object[] {strip.name(), what, mask.step(), mask.sample() + 1});
    }
}
