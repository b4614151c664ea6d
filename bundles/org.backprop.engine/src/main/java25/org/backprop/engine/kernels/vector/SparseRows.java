package org.backprop.engine.kernels.vector;

/**
 * The elements of a matrix that are not 0, row by row.
 *
 * @param start where each row starts; one more entry for the end
 * @param column the column of each element
 * @param value each element
 */
record SparseRows(int[] start, int[] column, float[] value) {

    static SparseRows of(NativeView matrix) {
        int[] start = new int[matrix.rows() + 1];
        float[] all = matrix.toArray();
        int count = 0;
        for (float element : all) {
            count += element == 0 ? 0 : 1;
        }
        int[] column = new int[count];
        float[] value = new float[count];
        int at = 0;
        for (int i = 0; i < all.length; i++) {
            if (all[i] != 0) {
                column[at] = i % matrix.columns();
                value[at++] = all[i];
            }
            start[i / matrix.columns() + 1] = at;
        }
        return new SparseRows(start, column, value);
    }
}
