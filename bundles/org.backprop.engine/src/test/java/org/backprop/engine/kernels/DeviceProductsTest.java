package org.backprop.engine.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceProductsTest {
    private static final int ROWS = 5;
    private static final int COLUMNS = 7;
    private static final int INNER = 3;

    private final Nd4jKernels kernels = new Nd4jKernels(1);
    private final Random random = new Random(4);

    @ParameterizedTest
    @CsvSource({"false, false, false", "true, false, false", "false, true, true", "true, true, true"})
    void theProductIsThatOfBlas(boolean firstTransposed, boolean secondTransposed, boolean adding) {
        Panel a = panel(ROWS, INNER, firstTransposed);
        Panel b = panel(INNER, COLUMNS, secondTransposed);
        Nd4jView expected = view(ROWS, COLUMNS + 2);
        Nd4jView actual = view(ROWS, COLUMNS + 2);
        kernels.copy(expected, actual);
        Blas.multiply(ROWS, COLUMNS, INNER, a, b, Panel.of(expected, 1, COLUMNS + 2), adding);
        DeviceProducts.multiply(ROWS, COLUMNS, INNER, a, b, Panel.of(actual, 1, COLUMNS + 2), adding);
        assertArrayEquals(values(expected), values(actual), 1e-5f);
    }

    @Test
    void smallProductsStayWhereTheOperandsAre() {
        assertFalse(DeviceProducts.suits(64, 128, 64));
        assertTrue(DeviceProducts.suits(256, 1024, 1024));
    }

    @Test
    void nothingElseComputesInPlaceOfTheGpu() {
        String message = assertThrows(IllegalStateException.class, () -> Nd4jKernels.onGpu(1, "GPU"))
                .getMessage();
        assertTrue(message.contains("in place of JCublasBackend"), message);
        assertFalse(Blas.usesDevice());
    }

    private Panel panel(int rows, int columns, boolean transposed) {
        Panel panel = Panel.of(view(transposed ? columns : rows, transposed ? rows : columns));
        return transposed ? panel.transposed() : panel;
    }

    private Nd4jView view(int rows, int columns) {
        Nd4jView view = (Nd4jView) kernels.allocate((long) rows * columns).view(0, rows, columns);
        for (int i = 0; i < rows * columns; i++) {
            view.elements().put(i, random.nextFloat() - 0.5f);
        }
        return view;
    }

    private static float[] values(Nd4jView view) {
        float[] values = new float[view.length()];
        view.elements().get(0, values);
        return values;
    }
}
