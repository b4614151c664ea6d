package org.backprop.engine.kernels.vector;

/**
 * {@code Y [rows, n] = max(floor, b + W X)} by tiles, where the rows of X are runs of values at offsets from a table. All
 * tiles of some columns follow each other, so that the part of X that they read stays in the nearest cache.
 */
final class FilterProduct {

    private static final boolean HAS_32_REGISTERS = Lanes.COUNT >= 16;

    private static final int WIDE = 4 * Lanes.COUNT;
    private static final int PAIR = 2 * Lanes.COUNT;

    private FilterProduct() {}

    /** Rows of a tile: 6 if that leaves fewer of them idle than 4. */
    static int tileRows(int rows) {
        int six = FilterTile6.ROWS;
        int four = FilterTile4.ROWS;
        return Math.ceilDiv(rows, six) * six <= Math.ceilDiv(rows, four) * four ? six : four;
    }

    /**
     * Computes Y.
     *
     * @param panels address of the rows' {@link FilterPanels}
     * @param offsets of the rows of X, in bytes
     * @param yRow bytes from a row of Y to the next
     * @param floor values below become 0
     */
    static void multiply(int rows, int n, long panels, int[] offsets, long x, long y, long yRow, float floor) {
        int j = 0;
        for (; HAS_32_REGISTERS && j + WIDE <= n; j += WIDE) {
            columns(rows, WIDE, panels, offsets, Lanes.at(x, j), Lanes.at(y, j), yRow, floor);
        }
        for (; j + PAIR <= n; j += PAIR) {
            columns(rows, PAIR, panels, offsets, Lanes.at(x, j), Lanes.at(y, j), yRow, floor);
        }
        for (; j < n; j += Lanes.COUNT) {
            columns(rows, Math.min(Lanes.COUNT, n - j), panels, offsets, Lanes.at(x, j), Lanes.at(y, j), yRow, floor);
        }
    }

    private static void columns(
            int rows, int columns, long panels, int[] offsets, long x, long y, long yRow, float floor) {
        int tileRows = tileRows(rows);
        long panel = (long) (1 + offsets.length) * tileRows * Float.BYTES;
        for (int i = 0; i < rows; i += tileRows) {
            long weights = panels + i / tileRows * panel;
            int last = Math.min(tileRows, rows - i) - 1;
            if (tileRows == FilterTile6.ROWS) {
                six(columns, offsets, weights, x, y + i * yRow, yRow, last, floor);
            } else {
                four(columns, offsets, weights, x, y + i * yRow, yRow, last, floor);
            }
        }
    }

    private static void six(int columns, int[] offsets, long panel, long x, long y, long yRow, int last, float floor) {
        int k = offsets.length;
        if (columns == WIDE) {
            FilterTile6.wide(k, panel, offsets, x, y, yRow, last, floor);
        } else if (columns == PAIR) {
            FilterTile6.pair(k, panel, offsets, x, y, yRow, last, floor);
        } else {
            FilterTile6.narrow(k, columns, panel, offsets, x, y, yRow, last, floor);
        }
    }

    private static void four(int columns, int[] offsets, long panel, long x, long y, long yRow, int last, float floor) {
        int k = offsets.length;
        if (columns == WIDE) {
            FilterTile4.wide(k, panel, offsets, x, y, yRow, last, floor);
        } else if (columns == PAIR) {
            FilterTile4.pair(k, panel, offsets, x, y, yRow, last, floor);
        } else {
            FilterTile4.narrow(k, columns, panel, offsets, x, y, yRow, last, floor);
        }
    }
}
