package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.backprop.runlog.tensor.BitMask;
import org.backprop.views.images.Cells;
import org.backprop.views.images.HeatImage;
import org.backprop.views.pruning.LayerMask;
import org.backprop.views.pruning.MaskCells;
import org.junit.jupiter.api.Test;

class MaskCellsTest {
    @Test
    void aMatrixHasARowForEachOutputAndAColumnForEachInput() {
        MaskCells cells = new MaskCells("hidden.weight", BitMask.ofNonZero(new float[] {1, 0, 1, 0, 0, 1}, 2, 3));
        assertEquals(3, cells.columns());
        assertEquals(2, cells.rows());
        assertEquals(0, cells.at(1, 0));
        assertEquals(1, cells.at(2, 1));
        assertEquals("hidden.weight [1, 2]: kept", cells.describe(2, 1));
        assertEquals("hidden.weight [0, 1]: pruned", cells.describe(1, 0));
    }

    @Test
    void filtersAreTilesWithGapsBetweenThem() {
        MaskCells cells = new MaskCells("convolution.weight", PrunedRun.mask(1, 4, 1, 3, 3));
        assertEquals(2 * 4 - 1, cells.columns(), "two filters side by side");
        assertEquals(2 * 4 - 1, cells.rows());
        assertTrue(Float.isNaN(cells.at(3, 0)), "a gap");
        assertNull(cells.describe(3, 0));
        assertEquals("convolution.weight [1, 0, 0, 0]: kept", cells.describe(4, 0));
        assertEquals("convolution.weight [2, 0, 0, 2]: pruned", cells.describe(2, 4));
    }

    @Test
    void everyWeightIsDrawnOnceWhateverTheShape() {
        for (int[] shape : List.of(
                new int[] {7}, new int[] {5, 8}, new int[] {6, 3, 4}, new int[] {7, 3, 5, 5}, new int[] {3, 16, 1, 1
                })) {
            BitMask mask = PrunedRun.mask(2, shape);
            Cells cells = new MaskCells("a", mask);
            int drawn = 0;
            int kept = 0;
            for (int row = 0; row < cells.rows(); row++) {
                for (int column = 0; column < cells.columns(); column++) {
                    drawn += Float.isNaN(cells.at(column, row)) ? 0 : 1;
                    kept += cells.at(column, row) == 1 ? 1 : 0;
                }
            }
            assertEquals(mask.elements(), drawn, mask::toString);
            assertEquals(mask.count(), kept, mask::toString);
        }
    }

    @Test
    void anEmptyMaskHasNoCells() {
        Cells cells = new MaskCells("a", BitMask.ofNonZero(new float[0], 0, 3));
        assertTrue(cells.all().isEmpty());
        assertEquals(0, HeatImage.of(cells, cells.all(), 10, 10).width());
    }

    @Test
    void masksOfALayerLieOneBelowTheOther() {
        LayerMask mask = new LayerMask(List.of(
                new MaskCells("rnn.weight_ih", BitMask.ofNonZero(new float[] {1, 1, 1}, 1, 3)),
                new MaskCells("rnn.weight_hh", BitMask.ofNonZero(new float[] {0, 1}, 2, 1))));
        assertEquals(3, mask.columns());
        assertEquals(1 + 1 + 2, mask.rows());
        assertTrue(Float.isNaN(mask.at(0, 1)), "between them");
        assertTrue(Float.isNaN(mask.at(1, 2)), "beside the narrower one");
        assertEquals("rnn.weight_hh [1, 0]: kept", mask.describe(0, 3));
    }
}
