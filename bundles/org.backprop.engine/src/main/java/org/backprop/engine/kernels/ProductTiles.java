package org.backprop.engine.kernels;

/**
 * Sizes of the pieces that a matrix product is computed in. OpenBLAS's SkylakeX kernels for small matrices, which do not
 * copy their operands first, are up to twice as fast as its others, 110 against 50 to 90 GFLOP/s on one core; they take
 * products of up to a million multiplications, and if the second factor is transposed and the first is not, of at most
 * 1200 results that are sums of at least 32 products.
 */
record ProductTiles(int rows, int columns, int inner) {

    private static final long MOST_MULTIPLICATIONS = 1_000_000;
    private static final int MOST_RESULTS = 1200;
    private static final int LEAST_INNER = 32;
    private static final int ROWS = 64;
    private static final int INNER = 240;
    private static final int ROWS_OF_INNER_PRODUCTS = 32;
    private static final int MOST_ROWS_OF_INNER_PRODUCTS = 96;
    private static final int STEP = 16;

    /** The sizes for a product; {@code isInner} if the rows of both factors, as they lie in memory, are multiplied. */
    static ProductTiles of(int rows, int columns, int inner, boolean isInner) {
        long multiplications = (long) rows * columns * inner;
        boolean isSmall = multiplications <= MOST_MULTIPLICATIONS && (!isInner || rows * columns <= MOST_RESULTS);
        boolean isUnfit = isInner && (inner < LEAST_INNER || rows > MOST_ROWS_OF_INNER_PRODUCTS);
        if (isSmall || isUnfit || !ThreadSettings.hasSmallKernels()) {
            return new ProductTiles(rows, columns, inner);
        }
        if (isInner) {
            int tileRows = Math.min(rows, ROWS_OF_INNER_PRODUCTS);
            int tileColumns = Math.min(columns, floor(MOST_RESULTS / tileRows));
            return new ProductTiles(
                    tileRows, tileColumns, even(inner, MOST_MULTIPLICATIONS / (tileRows * tileColumns)));
        }
        int tileRows = even(rows, ROWS);
        int tileInner = even(inner, INNER);
        int tileColumns = floor((int) (MOST_MULTIPLICATIONS / ((long) tileRows * tileInner)));
        return new ProductTiles(tileRows, even(columns, tileColumns), tileInner);
    }

    private static int floor(int size) {
        return Math.max(STEP, size / STEP * STEP);
    }

    /** The size of pieces of at most {@code most}, all of about the same size. */
    private static int even(int size, long most) {
        int pieces = (int) Math.ceilDiv((long) size, most);
        int piece = Math.ceilDiv(size, pieces);
        return pieces == 1 ? size : (int) Math.min(most, Math.ceilDiv(piece, STEP) * STEP);
    }
}
