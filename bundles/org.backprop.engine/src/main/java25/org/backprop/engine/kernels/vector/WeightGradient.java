package org.backprop.engine.kernels.vector;

/**
 * The gradient with respect to the weights of a convolution, for some samples, by tiles. It is laid out by tiles, too: for
 * each filters' tile and each 4 or 2 weights the sums, filter by filter.
 */
final class WeightGradient {

    /** Weights of a tile. */
    private static final int TERMS = Lanes.COUNT >= 16 ? 4 : 2;

    /** Floats of memory that a caller must give. */
    static final int SCRATCH = LaneSums.vectors(TERMS * FilterTile6.ROWS) * Lanes.COUNT;

    private WeightGradient() {}

    /** Floats that the gradient of filters with so many terms takes. */
    static int size(int filters, int terms) {
        return Math.ceilDiv(filters, FilterProduct.tileRows(filters)) * Math.ceilDiv(terms, TERMS) * tileSize(filters);
    }

    private static int tileSize(int filters) {
        return LaneSums.vectors(TERMS * FilterProduct.tileRows(filters));
    }

    /**
     * {@code gradient[filter, term] += sum over samples and positions of dz and the term's run}.
     *
     * @param dz address of the vectors of dz, for each tile and step those of the tile's filters
     * @param offsets of the runs in bytes
     * @param steps number of steps
     * @param stepOffsets of the steps' vectors in the runs, in bytes
     * @param scratch {@link #SCRATCH} floats
     */
    static void add(
            int filters, long dz, int[] offsets, long x, int steps, int[] stepOffsets, long gradient, long scratch) {
        int tileRows = FilterProduct.tileRows(filters);
        int tileSize = tileSize(filters);
        for (int filter = 0; filter < filters; filter += tileRows) {
            long rows = dz + (long) filter * steps * Lanes.BYTES;
            for (int term = 0; term < offsets.length; term += TERMS) {
                int last = Math.min(TERMS, offsets.length - term) - 1;
                long x0 = x + offsets[term];
                long x1 = x + offsets[term + Math.min(1, last)];
                if (TERMS == 2) {
                    pair(tileRows, rows, steps, stepOffsets, x0, x1, scratch);
                } else {
                    long x2 = x + offsets[term + Math.min(2, last)];
                    wide(tileRows, rows, steps, stepOffsets, x0, x1, x2, x + offsets[term + last], scratch);
                }
                LaneSums.add(scratch, TERMS * tileRows, gradient);
                gradient = Lanes.at(gradient, tileSize);
            }
        }
    }

    private static void wide(
            int tileRows, long dz, int steps, int[] offsets, long x0, long x1, long x2, long x3, long sums) {
        if (tileRows == FilterTile6.ROWS) {
            GradientTile6.wide(dz, steps, offsets, x0, x1, x2, x3, sums);
        } else {
            GradientTile4.wide(dz, steps, offsets, x0, x1, x2, x3, sums);
        }
    }

    private static void pair(int tileRows, long dz, int steps, int[] offsets, long x0, long x1, long sums) {
        if (tileRows == FilterTile6.ROWS) {
            GradientTile6.pair(dz, steps, offsets, x0, x1, sums);
        } else {
            GradientTile4.pair(dz, steps, offsets, x0, x1, sums);
        }
    }

    /** Copies a gradient in tiles to a matrix {@code [filters, terms]}. */
    static void copy(int filters, int terms, long tiles, long matrix) {
        int tileRows = FilterProduct.tileRows(filters);
        for (int filter = 0; filter < filters; filter++) {
            long first = (long) filter / tileRows * Math.ceilDiv(terms, TERMS) * tileSize(filters);
            long row = Lanes.at(tiles, first + (long) filter % tileRows * TERMS);
            for (int term = 0; term < terms; term++) {
                long from = Lanes.at(row, (long) term / TERMS * tileSize(filters) + term % TERMS);
                Lanes.set(Lanes.at(matrix, (long) filter * terms + term), Lanes.get(from));
            }
        }
    }
}
