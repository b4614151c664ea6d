package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.backprop.runlog.evaluation.NetworkDescription;
import org.backprop.views.evaluation.attempt.Sketch;
import org.backprop.views.evaluation.attempt.SketchRaster;
import org.junit.jupiter.api.Test;

class SketchTest {
    private static final int SIZE = 28;

    private final Sketch sketch = new Sketch();

    private static NetworkDescription network(int channels, double background, double extent) {
        return new NetworkDescription(
                List.of(channels, SIZE, SIZE),
                List.of(),
                List.of(),
                List.of(),
                true,
                new float[channels * SIZE * SIZE],
                background,
                extent);
    }

    private void line(boolean erases, float x0, float y0, float x1, float y1) {
        sketch.begin(erases, x0, y0);
        sketch.extend(x1, y1);
    }

    private static float at(float[] values, int column, int row) {
        return values[row * SIZE + column];
    }

    @Test
    void anEmptySheetIsTheBackgroundOfTheTraining() {
        for (float value : SketchRaster.values(sketch, network(1, 0.1, 0.7))) {
            assertEquals(0.1f, value);
        }
    }

    @Test
    void aDrawingInACornerIsCentredAndBroughtToTheExtentOfTheTraining() {
        line(false, 0.1f, 0.1f, 0.1f, 0.3f);
        float[] values = SketchRaster.values(sketch, network(1, 0, 0.7));
        assertEquals(1, at(values, 14, 14), 1e-6, "the stroke goes through the centre");
        assertEquals(0, at(values, 3, 5), "nothing is left where it was drawn");
        int inked = 0;
        for (int row = 0; row < SIZE; row++) {
            inked += at(values, 14, row) > 0.5 ? 1 : 0;
        }
        assertEquals(0.5 * SIZE + 2 * 1.2, inked, 1, "grown at most 2.5 times");
    }

    @Test
    void picturesThatFillTheirFrameAreTakenAsDrawn() {
        line(false, 0.1f, 0.1f, 0.1f, 0.3f);
        float[] values = SketchRaster.values(sketch, network(1, 0, 1));
        assertTrue(at(values, 2, 5) > 0.9);
        assertEquals(0, at(values, 14, 14));
    }

    @Test
    void theEraserTakesAwayWhatWasDrawnBeforeIt() {
        line(false, 0.2f, 0.5f, 0.8f, 0.5f);
        line(true, 0.5f, 0.4f, 0.5f, 0.6f);
        float[] values = SketchRaster.values(sketch, network(1, 0, 1));
        assertEquals(0, at(values, 14, 14));
        assertEquals(1, at(values, 7, 14), 1e-6);
        line(false, 0.4f, 0.5f, 0.6f, 0.5f);
        assertEquals(1, at(SketchRaster.values(sketch, network(1, 0, 1)), 14, 14), 1e-6);
    }

    @Test
    void thePenIsDarkWhereTheTrainingHasALightBackgroundAndTheSameInEveryChannel() {
        line(false, 0.2f, 0.5f, 0.8f, 0.5f);
        float[] values = SketchRaster.values(sketch, network(3, 0.9, 1));
        assertEquals(0.9f, at(values, 0, 0));
        for (int channel = 0; channel < 3; channel++) {
            assertEquals(0, values[channel * SIZE * SIZE + 14 * SIZE + 14], 1e-6);
        }
    }
}
