package org.backprop.views.pruning;

import java.util.List;
import java.util.Optional;

import org.backprop.views.images.Cells;

/** The masks of all parameters of a layer, one below the other. */
public final class LayerMask implements Cells {
    private final List<MaskCells> parts;
    private final int columns;
    private final int rows;

    public LayerMask(List<MaskCells> parts) {
        this.parts = List.copyOf(parts);
        columns = parts.stream().mapToInt(MaskCells::columns).max().orElse(0);
        rows = parts.stream().mapToInt(MaskCells::rows).sum() + Math.max(0, parts.size() - 1);
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
        int top = 0;
        for (MaskCells part : parts) {
            if (row < top + part.rows()) {
                return row < top || column >= part.columns() ? Float.NaN : part.at(column, row - top);
            }
            top += part.rows() + 1;
        }
        return Float.NaN;
    }

    /** What a cell is; null where there is no weight. */
    public String describe(int column, int row) {
        int top = 0;
        for (MaskCells part : parts) {
            if (row >= top && row < top + part.rows()) {
                return column < 0 || column >= part.columns() ? null : part.describe(column, row - top);
            }
            top += part.rows() + 1;
        }
        return null;
    }

    /** Names and shapes of the parameters; empty if none has a mask. */
    Optional<String> shapes() {
        return parts.stream().map(MaskCells::title).reduce((a, b) -> a + ", " + b);
    }

    /** How much longer than high a cell may be drawn: filters stay square. */
    double stretch() {
        return parts.stream().anyMatch(MaskCells::isTiled) ? 1 : Double.POSITIVE_INFINITY;
    }
}
