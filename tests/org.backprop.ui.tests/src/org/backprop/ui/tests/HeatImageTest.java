package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.backprop.views.images.Cells;
import org.backprop.views.images.HeatImage;
import org.backprop.views.images.Region;
import org.junit.jupiter.api.Test;

class HeatImageTest {
    private static final float HALF_A_SHADE = 0.5f / 254;

    /** Cells of the given values; NaN is a gap. */
    private record Grid(int columns, float... values) implements Cells {
        @Override
        public int rows() {
            return values.length / columns;
        }

        @Override
        public float at(int column, int row) {
            return values[row * columns + column];
        }
    }

    @Test
    void aPixelForEachCellWhereThereIsRoom() {
        Cells cells = new Grid(3, 0, 1, 0.5f, 1, 0, 1);
        HeatImage image = HeatImage.of(cells, cells.all(), 100, 100);
        assertEquals(3, image.width());
        assertEquals(2, image.height());
        assertEquals(0.5f, image.at(2, 0), HALF_A_SHADE);
        assertEquals(1, image.at(0, 1), HALF_A_SHADE);
    }

    @Test
    void aPixelOfManyCellsIsTheShareKept() {
        Cells cells = new Grid(4, 1, 1, 0, 0, 1, 0, 0, 1);
        HeatImage image = HeatImage.of(cells, cells.all(), 2, 1);
        assertEquals(0.75f, image.at(0, 0), HALF_A_SHADE);
        assertEquals(0.25f, image.at(1, 0), HALF_A_SHADE);
    }

    @Test
    void gapsDoNotCount() {
        Cells cells = new Grid(4, 1, Float.NaN, Float.NaN, Float.NaN);
        HeatImage image = HeatImage.of(cells, cells.all(), 2, 1);
        assertEquals(1, image.at(0, 0), HALF_A_SHADE);
        assertTrue(Float.isNaN(image.at(1, 0)));
    }

    @Test
    void onlyTheRegionIsDrawn() {
        Cells cells = new Grid(3, 0, 0, 0, 0, 0, 1);
        HeatImage image = HeatImage.of(cells, new Region(2, 1, 1, 1), 10, 10);
        assertEquals(1, image.width() * image.height());
        assertEquals(1, image.at(0, 0), HALF_A_SHADE);
    }

    @Test
    void zoomingLeavesThePointBelowThePointerAndStaysWithinTheCells() {
        Region all = new Region(0, 0, 100, 50);
        assertEquals(new Region(10, 5, 80, 40), all.zoomed(0.8, 0.5, 0.5, all));
        assertEquals(new Region(0, 0, 80, 40), all.zoomed(0.8, 0, 0, all));
        assertEquals(all, new Region(90, 40, 10, 10).zoomed(100, 1, 1, all));
        assertEquals(new Region(96, 46, 4, 4), new Region(96, 46, 4, 4).zoomed(0.5, 1, 1, all));
        assertEquals(new Region(90, 0, 10, 10), new Region(80, 5, 10, 10).moved(99, -99, all));
    }
}
