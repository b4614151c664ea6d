package org.backprop.engine.kernels.vector;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * Matrix products whose right factor is read along its rows: {@code C [m, n] = A [m, k] B [k, n]}, where A may be
 * transposed. Tiles of 4 rows and up to 4 vectors of C stay in registers while k runs; A is broadcast, B loaded. The
 * order of the additions to an element of C depends on k alone, so it does not matter who computes which tile.
 *
 * <p>A tile with fewer than 4 rows repeats its last row: that costs nothing but the work, and keeps one kernel for all m.
 *
 * <p>The tiles call the Vector API directly, without helpers of our own: the compiler inlines its methods without limit,
 * but ours only as long as the method stays small, and a vector that is passed to a call lands on the heap.
 */
final class OuterProduct {

    /** Rows of C in a tile. */
    static final int ROWS = 4;

    /** Values of k in a block: the part of B that one tile reads, 128 rows of 4 vectors, stays in the nearest cache. */
    private static final int INNER = 128;

    /** Columns of C that are computed before the next ones: a page, so that memory is read and written in long runs. */
    private static final int COLUMNS = 1024;

    /** Elements of B's block that stay in the second cache beside what else is there. */
    private static final int CACHED = 1 << 17;

    /** Vectors in the widest tile: 16 accumulators of 32 registers with AVX-512, 8 of 16 below. */
    private static final int WIDE = Lanes.COUNT >= 16 ? 4 : 2;

    private OuterProduct() {}

    /**
     * Computes C.
     *
     * @param a address of A's first element
     * @param aRow bytes from A[i, p] to A[i + 1, p]
     * @param aInner bytes from A[i, p] to A[i, p + 1]
     * @param bRow bytes from B[p, j] to B[p + 1, j]; the elements of a row are contiguous
     * @param cRow bytes from C[i, j] to C[i + 1, j]; the elements of a row are contiguous
     */
    static void multiply(int m, int n, int k, long a, long aRow, long aInner, long b, long bRow, long c, long cRow) {
        int wide = n / (2 * Lanes.COUNT) * 2 * Lanes.COUNT;
        for (int from = 0; from < wide; from += COLUMNS) {
            int columns = Math.min(COLUMNS, wide - from);
            for (int p = 0; p < k; p += INNER) {
                int inner = Math.min(INNER, k - p);
                long factor = Lanes.at(b + p * bRow, from);
                block(m, columns, inner, a + p * aInner, aRow, aInner, factor, bRow, Lanes.at(c, from), cRow, p > 0);
            }
        }
        for (int j = wide; j < n; j += Lanes.COUNT) {
            for (int i = 0; i < m; i += ROWS) {
                int last = Math.min(ROWS, m - i) - 1;
                long at = Lanes.at(c, j) + i * cRow;
                tile1(k, n - j, a + i * aRow, last, aRow, aInner, Lanes.at(b, j), bRow, at, cRow);
            }
        }
    }

    /** Few rows of A go along the columns of a small B, else the columns of B along all rows of A. */
    private static void block(
            int m, int n, int k, long a, long aRow, long aInner, long b, long bRow, long c, long cRow, boolean add) {
        int rows = (long) k * n <= CACHED ? ROWS : m;
        for (int i = 0; i < m; i += rows) {
            int end = Math.min(m, i + rows);
            columns(end - i, n, k, a + i * aRow, aRow, aInner, b, bRow, c + i * cRow, cRow, add);
        }
    }

    private static void columns(
            int m, int n, int k, long a, long aRow, long aInner, long b, long bRow, long c, long cRow, boolean add) {
        int j = 0;
        for (; WIDE == 4 && j + 4 * Lanes.COUNT <= n; j += 4 * Lanes.COUNT) {
            for (int i = 0; i < m; i += ROWS) {
                int rows = Math.min(ROWS, m - i) - 1;
                tile4(k, a + i * aRow, rows, aRow, aInner, Lanes.at(b, j), bRow, Lanes.at(c, j) + i * cRow, cRow, add);
            }
        }
        for (; j < n; j += 2 * Lanes.COUNT) {
            for (int i = 0; i < m; i += ROWS) {
                int rows = Math.min(ROWS, m - i) - 1;
                tile2(k, a + i * aRow, rows, aRow, aInner, Lanes.at(b, j), bRow, Lanes.at(c, j) + i * cRow, cRow, add);
            }
        }
    }

    /** 4 rows, 4 vectors; {@code last} is the greatest row number that exists, 0 to 3. */
    private static void tile4(
            int k, long a, int last, long aRow, long aInner, long b, long bRow, long c, long cRow, boolean add) {
        long a1 = a + Math.min(1, last) * aRow;
        long a2 = a + Math.min(2, last) * aRow;
        long a3 = a + last * aRow;
        long c1 = c + Math.min(1, last) * cRow;
        long c2 = c + Math.min(2, last) * cRow;
        long c3 = c + last * cRow;
        FloatVector s00 = FloatVector.zero(SPECIES),
                s01 = FloatVector.zero(SPECIES),
                s02 = FloatVector.zero(SPECIES),
                s03 = FloatVector.zero(SPECIES);
        FloatVector s10 = FloatVector.zero(SPECIES),
                s11 = FloatVector.zero(SPECIES),
                s12 = FloatVector.zero(SPECIES),
                s13 = FloatVector.zero(SPECIES);
        FloatVector s20 = FloatVector.zero(SPECIES),
                s21 = FloatVector.zero(SPECIES),
                s22 = FloatVector.zero(SPECIES),
                s23 = FloatVector.zero(SPECIES);
        FloatVector s30 = FloatVector.zero(SPECIES),
                s31 = FloatVector.zero(SPECIES),
                s32 = FloatVector.zero(SPECIES),
                s33 = FloatVector.zero(SPECIES);
        if (add) {
            s00 = FloatVector.fromMemorySegment(SPECIES, MEMORY, c, ORDER);
            s01 = FloatVector.fromMemorySegment(SPECIES, MEMORY, c + Lanes.BYTES, ORDER);
            s02 = FloatVector.fromMemorySegment(SPECIES, MEMORY, c + 2 * Lanes.BYTES, ORDER);
            s03 = FloatVector.fromMemorySegment(SPECIES, MEMORY, c + 3 * Lanes.BYTES, ORDER);
            s10 = FloatVector.fromMemorySegment(SPECIES, MEMORY, c1, ORDER);
            s11 = FloatVector.fromMemorySegment(SPECIES, MEMORY, c1 + Lanes.BYTES, ORDER);
            s12 = FloatVector.fromMemorySegment(SPECIES, MEMORY, c1 + 2 * Lanes.BYTES, ORDER);
            s13 = FloatVector.fromMemorySegment(SPECIES, MEMORY, c1 + 3 * Lanes.BYTES, ORDER);
            s20 = FloatVector.fromMemorySegment(SPECIES, MEMORY, c2, ORDER);
            s21 = FloatVector.fromMemorySegment(SPECIES, MEMORY, c2 + Lanes.BYTES, ORDER);
            s22 = FloatVector.fromMemorySegment(SPECIES, MEMORY, c2 + 2 * Lanes.BYTES, ORDER);
            s23 = FloatVector.fromMemorySegment(SPECIES, MEMORY, c2 + 3 * Lanes.BYTES, ORDER);
            s30 = FloatVector.fromMemorySegment(SPECIES, MEMORY, c3, ORDER);
            s31 = FloatVector.fromMemorySegment(SPECIES, MEMORY, c3 + Lanes.BYTES, ORDER);
            s32 = FloatVector.fromMemorySegment(SPECIES, MEMORY, c3 + 2 * Lanes.BYTES, ORDER);
            s33 = FloatVector.fromMemorySegment(SPECIES, MEMORY, c3 + 3 * Lanes.BYTES, ORDER);
        }
        long offset = 0;
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromMemorySegment(SPECIES, MEMORY, b, ORDER);
            FloatVector b1 = FloatVector.fromMemorySegment(SPECIES, MEMORY, b + Lanes.BYTES, ORDER);
            FloatVector b2 = FloatVector.fromMemorySegment(SPECIES, MEMORY, b + 2 * Lanes.BYTES, ORDER);
            FloatVector b3 = FloatVector.fromMemorySegment(SPECIES, MEMORY, b + 3 * Lanes.BYTES, ORDER);
            FloatVector x = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, a + offset));
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            s02 = x.fma(b2, s02);
            s03 = x.fma(b3, s03);
            x = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, a1 + offset));
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            s12 = x.fma(b2, s12);
            s13 = x.fma(b3, s13);
            x = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, a2 + offset));
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            s22 = x.fma(b2, s22);
            s23 = x.fma(b3, s23);
            x = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, a3 + offset));
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
            s32 = x.fma(b2, s32);
            s33 = x.fma(b3, s33);
            offset += aInner;
            b += bRow;
        }
        s00.intoMemorySegment(MEMORY, c, ORDER);
        s01.intoMemorySegment(MEMORY, c + Lanes.BYTES, ORDER);
        s02.intoMemorySegment(MEMORY, c + 2 * Lanes.BYTES, ORDER);
        s03.intoMemorySegment(MEMORY, c + 3 * Lanes.BYTES, ORDER);
        s10.intoMemorySegment(MEMORY, c1, ORDER);
        s11.intoMemorySegment(MEMORY, c1 + Lanes.BYTES, ORDER);
        s12.intoMemorySegment(MEMORY, c1 + 2 * Lanes.BYTES, ORDER);
        s13.intoMemorySegment(MEMORY, c1 + 3 * Lanes.BYTES, ORDER);
        s20.intoMemorySegment(MEMORY, c2, ORDER);
        s21.intoMemorySegment(MEMORY, c2 + Lanes.BYTES, ORDER);
        s22.intoMemorySegment(MEMORY, c2 + 2 * Lanes.BYTES, ORDER);
        s23.intoMemorySegment(MEMORY, c2 + 3 * Lanes.BYTES, ORDER);
        s30.intoMemorySegment(MEMORY, c3, ORDER);
        s31.intoMemorySegment(MEMORY, c3 + Lanes.BYTES, ORDER);
        s32.intoMemorySegment(MEMORY, c3 + 2 * Lanes.BYTES, ORDER);
        s33.intoMemorySegment(MEMORY, c3 + 3 * Lanes.BYTES, ORDER);
    }

    /** 4 rows, 2 vectors. */
    private static void tile2(
            int k, long a, int last, long aRow, long aInner, long b, long bRow, long c, long cRow, boolean add) {
        long a1 = a + Math.min(1, last) * aRow;
        long a2 = a + Math.min(2, last) * aRow;
        long a3 = a + last * aRow;
        long c1 = c + Math.min(1, last) * cRow;
        long c2 = c + Math.min(2, last) * cRow;
        long c3 = c + last * cRow;
        FloatVector s00 = FloatVector.zero(SPECIES), s01 = FloatVector.zero(SPECIES);
        FloatVector s10 = FloatVector.zero(SPECIES), s11 = FloatVector.zero(SPECIES);
        FloatVector s20 = FloatVector.zero(SPECIES), s21 = FloatVector.zero(SPECIES);
        FloatVector s30 = FloatVector.zero(SPECIES), s31 = FloatVector.zero(SPECIES);
        if (add) {
            s00 = FloatVector.fromMemorySegment(SPECIES, MEMORY, c, ORDER);
            s01 = FloatVector.fromMemorySegment(SPECIES, MEMORY, c + Lanes.BYTES, ORDER);
            s10 = FloatVector.fromMemorySegment(SPECIES, MEMORY, c1, ORDER);
            s11 = FloatVector.fromMemorySegment(SPECIES, MEMORY, c1 + Lanes.BYTES, ORDER);
            s20 = FloatVector.fromMemorySegment(SPECIES, MEMORY, c2, ORDER);
            s21 = FloatVector.fromMemorySegment(SPECIES, MEMORY, c2 + Lanes.BYTES, ORDER);
            s30 = FloatVector.fromMemorySegment(SPECIES, MEMORY, c3, ORDER);
            s31 = FloatVector.fromMemorySegment(SPECIES, MEMORY, c3 + Lanes.BYTES, ORDER);
        }
        long offset = 0;
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromMemorySegment(SPECIES, MEMORY, b, ORDER);
            FloatVector b1 = FloatVector.fromMemorySegment(SPECIES, MEMORY, b + Lanes.BYTES, ORDER);
            FloatVector x = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, a + offset));
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            x = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, a1 + offset));
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            x = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, a2 + offset));
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            x = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, a3 + offset));
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
            offset += aInner;
            b += bRow;
        }
        s00.intoMemorySegment(MEMORY, c, ORDER);
        s01.intoMemorySegment(MEMORY, c + Lanes.BYTES, ORDER);
        s10.intoMemorySegment(MEMORY, c1, ORDER);
        s11.intoMemorySegment(MEMORY, c1 + Lanes.BYTES, ORDER);
        s20.intoMemorySegment(MEMORY, c2, ORDER);
        s21.intoMemorySegment(MEMORY, c2 + Lanes.BYTES, ORDER);
        s30.intoMemorySegment(MEMORY, c3, ORDER);
        s31.intoMemorySegment(MEMORY, c3 + Lanes.BYTES, ORDER);
    }

    /** 4 rows, the first {@code columns} lanes of one vector; for all of k, because B is narrow. */
    private static void tile1(
            int k, int columns, long a, int last, long aRow, long aInner, long b, long bRow, long c, long cRow) {
        VectorMask<Float> mask = SPECIES.indexInRange(0, columns);
        long a1 = a + Math.min(1, last) * aRow;
        long a2 = a + Math.min(2, last) * aRow;
        long a3 = a + last * aRow;
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = FloatVector.zero(SPECIES);
        FloatVector s2 = FloatVector.zero(SPECIES);
        FloatVector s3 = FloatVector.zero(SPECIES);
        long offset = 0;
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromMemorySegment(SPECIES, MEMORY, b, ORDER, mask);
            s0 = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, a + offset))
                    .fma(b0, s0);
            s1 = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, a1 + offset))
                    .fma(b0, s1);
            s2 = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, a2 + offset))
                    .fma(b0, s2);
            s3 = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, a3 + offset))
                    .fma(b0, s3);
            offset += aInner;
            b += bRow;
        }
        s0.intoMemorySegment(MEMORY, c, ORDER, mask);
        s1.intoMemorySegment(MEMORY, c + Math.min(1, last) * cRow, ORDER, mask);
        s2.intoMemorySegment(MEMORY, c + Math.min(2, last) * cRow, ORDER, mask);
        s3.intoMemorySegment(MEMORY, c + last * cRow, ORDER, mask);
    }
}
