package org.backprop.engine.data.augmentation;

import org.backprop.model.FlipAugmentation;

/** Mirrors images. */
record Flip(FlipAugmentation spec) implements Change {

    @Override
    public void apply(Specimen specimen, Work work) {
        if (work.draws().chance((float) spec.horizontal())) {
            int columns = specimen.frame().columns();
            for (int row = 0; row < specimen.values().length; row += columns) {
                reverse(specimen.values(), row, row + columns - 1);
            }
        }
        if (work.draws().chance((float) spec.vertical())) {
            for (int channel = 0; channel < specimen.frame().channels(); channel++) {
                swapRows(specimen, channel * specimen.frame().plane());
            }
        }
    }

    private static void reverse(float[] values, int first, int last) {
        for (int i = first, j = last; i < j; i++, j--) {
            swap(values, i, j);
        }
    }

    private static void swapRows(Specimen specimen, int from) {
        int columns = specimen.frame().columns();
        int rows = specimen.frame().rows();
        for (int row = 0; row < rows / 2; row++) {
            for (int column = 0; column < columns; column++) {
                swap(specimen.values(), from + row * columns + column, from + (rows - 1 - row) * columns + column);
            }
        }
    }

    private static void swap(float[] values, int i, int j) {
        float value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
