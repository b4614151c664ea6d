package org.backprop.engine.kernels.contract;

/**
 * One matrix that a call of the kernels reads or writes.
 *
 * @param values before the call
 */
record Operand(String name, Role role, int rows, int columns, float[] values) {

    /** What a call does to an operand. */
    enum Role {
        /** Read only. */
        INPUT,
        /** Written, whatever it held before. */
        RESULT,
        /** Read and written. */
        UPDATED,
        /** Read, and left with whatever the implementation likes. */
        SPOILT;

        boolean isCompared() {
            return this == RESULT || this == UPDATED;
        }
    }

    int length() {
        return rows * columns;
    }

    double[] toDoubles() {
        double[] doubles = new double[values.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
