package org.backprop.engine.kernels;

/**
 * Runs loops over native memory in blocks that are copied to Java arrays, small enough for the first-level cache. The
 * JIT compiler vectorises loops over arrays but not over direct buffers, which makes this about four times as fast (Adam
 * over 100,000 parameters), and ten times as fast as ND4J's own operation.
 */
final class Blocks {

    private static final int LENGTH = 2048;
    private static final int MAX_OPERANDS = 4;

    private final float[][] operands = new float[MAX_OPERANDS][LENGTH];

    /** A loop over the first {@code length} elements of each operand. */
    @FunctionalInterface
    interface Loop {
        void run(int length, float[] a, float[] b, float[] c, float[] d);
    }

    /** A loop over rows; row r of each operand starts at {@code r * columns}. */
    @FunctionalInterface
    interface RowLoop {
        void run(int rows, int columns, float[] a, float[] b);
    }

    /** Runs a loop over all elements of up to four views of the same length; writes back the first {@code results}. */
    void run(int results, Loop loop, View... views) {
        int total = views[0].length();
        for (int at = 0; at < total; at += LENGTH) {
            int length = Math.min(LENGTH, total - at);
            load(views, at, length);
            loop.run(length, operands[0], operands[1], operands[2], operands[3]);
            store(views, results, at, length);
        }
    }

    /** Runs a loop over the rows of one or two views of the same shape; writes back the first {@code results}. */
    void runRows(int results, RowLoop loop, View... views) {
        int columns = views[0].columns();
        int blockRows = Math.max(1, LENGTH / columns);
        ensureCapacity(columns);
        for (int row = 0; row < views[0].rows(); row += blockRows) {
            int rows = Math.min(blockRows, views[0].rows() - row);
            load(views, row * columns, rows * columns);
            loop.run(rows, columns, operands[0], operands[1]);
            store(views, results, row * columns, rows * columns);
        }
    }

    private void ensureCapacity(int length) {
        if (operands[0].length < length) {
            for (int i = 0; i < MAX_OPERANDS; i++) {
                operands[i] = new float[length];
            }
        }
    }

    private void load(View[] views, int at, int length) {
        for (int i = 0; i < views.length; i++) {
            ((Nd4jView) views[i]).elements().get(at, operands[i], 0, length);
        }
    }

    private void store(View[] views, int results, int at, int length) {
        for (int i = 0; i < results; i++) {
            ((Nd4jView) views[i]).elements().put(at, operands[i], 0, length);
        }
    }
}
