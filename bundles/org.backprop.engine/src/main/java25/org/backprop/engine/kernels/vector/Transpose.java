package org.backprop.engine.kernels.vector;

/** Copies a matrix to its transpose. */
final class Transpose implements Work {

    /** Rows that are read together, so that a whole cache line is written at once. */
    private static final int ROWS = 16;

    private NativeBuffer transposed = new NativeBuffer(1);
    private NativeView matrix;

    /** Sets what to transpose; the memory for the result grows as needed. */
    void set(NativeView matrix) {
        this.matrix = matrix;
        if (transposed.length() < matrix.length()) {
            transposed = new NativeBuffer(matrix.length());
        }
    }

    /** Address of the result {@code [columns, rows]}. */
    long address() {
        return transposed.address(0);
    }

    @Override
    public void run(int part, int parts) {
        int rows = matrix.rows();
        int end = Work.end(rows, ROWS, part, parts);
        for (int from = Work.begin(rows, ROWS, part, parts); from < end; from += ROWS) {
            copy(matrix.row(from), Math.min(ROWS, end - from), matrix.columns(), Lanes.at(address(), from), rows);
        }
    }

    private static void copy(long from, int rows, int columns, long to, int toColumns) {
        for (int j = 0; j < columns; j++) {
            long target = Lanes.at(to, (long) j * toColumns);
            long source = Lanes.at(from, j);
            for (int i = 0; i < rows; i++) {
                Lanes.set(Lanes.at(target, i), Lanes.get(Lanes.at(source, (long) i * columns)));
            }
        }
    }
}
