package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Matrix products of two matrices that are both read along their rows: {@code C [m, n] = A [m, k] B^T, B [n, k]}. Tiles of
 * 4 x 4 sums of vectors stay in registers while k runs; then the lanes of each sum are added. Needs no copy of B, so it
 * pays for small m; {@link OuterProduct} on a transposed copy of B is faster for large m.
 *
 * <p>As there, tiles at the edges repeat their last row or column.
 */
final class InnerProduct {

    /** Rows and columns of a tile. */
    static final int SIZE = 4;

    /** Bytes of one tile's vectors, and of what their lanes add up to. */
    private static final int VECTOR_BYTES = SIZE * SIZE * Lanes.BYTES;

    private static final int SUM_BYTES = SIZE * SIZE * Float.BYTES;

    /** Bytes of scratch memory that a caller must give. */
    static final int SCRATCH_BYTES = VECTOR_BYTES + SUM_BYTES;

    /** Values of k in a block: 4 rows of A and 4 of B stay in the nearest cache. */
    private static final int INNER = 1024;

    private InnerProduct() {}

    /**
     * Computes C.
     *
     * @param aRow bytes from a row of A to the next; the elements of a row are contiguous
     * @param bRow as aRow, for B
     * @param cRow as aRow, for C
     * @param scratch {@link #SCRATCH_BYTES} of memory
     */
    static void multiply(int m, int n, int k, long a, long aRow, long b, long bRow, long c, long cRow, long scratch) {
        for (int p = 0; p < k; p += INNER) {
            int inner = Math.min(INNER, k - p);
            for (int j = 0; j < n; j += SIZE) {
                for (int i = 0; i < m; i += SIZE) {
                    int lastRow = Math.min(SIZE, m - i) - 1;
                    int lastColumn = Math.min(SIZE, n - j) - 1;
                    long at = Lanes.at(c, j) + i * cRow;
                    long left = Lanes.at(a, p) + i * aRow;
                    long right = Lanes.at(b, p) + j * bRow;
                    tile(inner, left, lastRow, aRow, right, lastColumn, bRow, scratch);
                    long sums = scratch + VECTOR_BYTES;
                    clear(sums);
                    LaneSums.add(scratch, SIZE * SIZE, sums);
                    put(inner, left, lastRow, aRow, right, lastColumn, bRow, at, cRow, p > 0, sums);
                }
            }
        }
    }

    private static void clear(long sums) {
        for (int i = 0; i < SUM_BYTES; i += Lanes.BYTES) {
            FloatVector.zero(SPECIES).intoMemorySegment(MEMORY, sums + i, ORDER);
        }
    }

    /** Writes the vectors whose lanes add up to C[r, s] to scratch, at vector {@code 4 r + s}. */
    private static void tile(int k, long a, int lastRow, long aRow, long b, int lastColumn, long bRow, long scratch) {
        long a1 = a + Math.min(1, lastRow) * aRow;
        long a2 = a + Math.min(2, lastRow) * aRow;
        long a3 = a + lastRow * aRow;
        long b1 = b + Math.min(1, lastColumn) * bRow;
        long b2 = b + Math.min(2, lastColumn) * bRow;
        long b3 = b + lastColumn * bRow;
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero, c01 = zero, c02 = zero, c03 = zero;
        FloatVector c10 = zero, c11 = zero, c12 = zero, c13 = zero;
        FloatVector c20 = zero, c21 = zero, c22 = zero, c23 = zero;
        FloatVector c30 = zero, c31 = zero, c32 = zero, c33 = zero;
        int whole = k / Lanes.COUNT * Lanes.COUNT;
        long offset = 0;
        for (int p = 0; p < whole; p += Lanes.COUNT) {
            FloatVector x0 = FloatVector.fromMemorySegment(SPECIES, MEMORY, a + offset, ORDER);
            FloatVector x1 = FloatVector.fromMemorySegment(SPECIES, MEMORY, a1 + offset, ORDER);
            FloatVector x2 = FloatVector.fromMemorySegment(SPECIES, MEMORY, a2 + offset, ORDER);
            FloatVector x3 = FloatVector.fromMemorySegment(SPECIES, MEMORY, a3 + offset, ORDER);
            FloatVector y = FloatVector.fromMemorySegment(SPECIES, MEMORY, b + offset, ORDER);
            c00 = x0.fma(y, c00);
            c10 = x1.fma(y, c10);
            c20 = x2.fma(y, c20);
            c30 = x3.fma(y, c30);
            y = FloatVector.fromMemorySegment(SPECIES, MEMORY, b1 + offset, ORDER);
            c01 = x0.fma(y, c01);
            c11 = x1.fma(y, c11);
            c21 = x2.fma(y, c21);
            c31 = x3.fma(y, c31);
            y = FloatVector.fromMemorySegment(SPECIES, MEMORY, b2 + offset, ORDER);
            c02 = x0.fma(y, c02);
            c12 = x1.fma(y, c12);
            c22 = x2.fma(y, c22);
            c32 = x3.fma(y, c32);
            y = FloatVector.fromMemorySegment(SPECIES, MEMORY, b3 + offset, ORDER);
            c03 = x0.fma(y, c03);
            c13 = x1.fma(y, c13);
            c23 = x2.fma(y, c23);
            c33 = x3.fma(y, c33);
            offset += Lanes.BYTES;
        }
        c00.intoMemorySegment(MEMORY, scratch, ORDER);
        c01.intoMemorySegment(MEMORY, scratch + 1 * Lanes.BYTES, ORDER);
        c02.intoMemorySegment(MEMORY, scratch + 2 * Lanes.BYTES, ORDER);
        c03.intoMemorySegment(MEMORY, scratch + 3 * Lanes.BYTES, ORDER);
        c10.intoMemorySegment(MEMORY, scratch + 4 * Lanes.BYTES, ORDER);
        c11.intoMemorySegment(MEMORY, scratch + 5 * Lanes.BYTES, ORDER);
        c12.intoMemorySegment(MEMORY, scratch + 6 * Lanes.BYTES, ORDER);
        c13.intoMemorySegment(MEMORY, scratch + 7 * Lanes.BYTES, ORDER);
        c20.intoMemorySegment(MEMORY, scratch + 8 * Lanes.BYTES, ORDER);
        c21.intoMemorySegment(MEMORY, scratch + 9 * Lanes.BYTES, ORDER);
        c22.intoMemorySegment(MEMORY, scratch + 10 * Lanes.BYTES, ORDER);
        c23.intoMemorySegment(MEMORY, scratch + 11 * Lanes.BYTES, ORDER);
        c30.intoMemorySegment(MEMORY, scratch + 12 * Lanes.BYTES, ORDER);
        c31.intoMemorySegment(MEMORY, scratch + 13 * Lanes.BYTES, ORDER);
        c32.intoMemorySegment(MEMORY, scratch + 14 * Lanes.BYTES, ORDER);
        c33.intoMemorySegment(MEMORY, scratch + 15 * Lanes.BYTES, ORDER);
    }

    /** Writes the sums, with the products that do not fill a vector. */
    private static void put(
            int k,
            long a,
            int lastRow,
            long aRow,
            long b,
            int lastColumn,
            long bRow,
            long c,
            long cRow,
            boolean add,
            long sums) {
        int whole = k / Lanes.COUNT * Lanes.COUNT;
        for (int row = 0; row <= lastRow; row++) {
            for (int column = 0; column <= lastColumn; column++) {
                float sum = Lanes.get(Lanes.at(sums, (long) row * SIZE + column));
                for (int p = whole; p < k; p++) {
                    float x = Lanes.get(Lanes.at(a + row * aRow, p));
                    sum = Math.fma(x, Lanes.get(Lanes.at(b + column * bRow, p)), sum);
                }
                long at = Lanes.at(c + row * cRow, column);
                Lanes.set(at, add ? Lanes.get(at) + sum : sum);
            }
        }
    }
}
