package org.backprop.engine.data.digits;

import org.backprop.engine.data.digits.DigitStrokes.Stroke;
import org.backprop.engine.random.Draws;

/**
 * One writer's hand: maps a digit's box to the picture by a smooth random warp (a sine wave along each axis), then a
 * random affine map: scale, shear, rotation, translation.
 */
final class Distortion {

    private static final float TAU = 6.2831855f;
    private static final float WARP = 0.055f;
    private static final float JITTER = 0.018f;
    private static final float ROTATION = 0.17f;
    private static final float SHEAR = 0.2f;
    private static final float SHIFT = 1.2f;
    private static final float DIGIT = 0.72f;

    private final Draws draws;
    private final Wave warpX;
    private final Wave warpY;
    private final float xx;
    private final float xy;
    private final float yx;
    private final float yy;
    private final float shiftX;
    private final float shiftY;

    /** Draws the hand from {@code draws}, which {@link #apply} goes on using; {@code size} is the picture's side. */
    Distortion(Draws draws, int size) {
        this.draws = draws;
        warpX = Wave.draw(draws);
        warpY = Wave.draw(draws);
        float scale = DIGIT * size * draws.uniform(0.82f, 1.12f);
        float width = scale * draws.uniform(0.8f, 1.12f);
        float shear = SHEAR * draws.bell();
        double angle = ROTATION * draws.bell();
        float cos = (float) StrictMath.cos(angle);
        float sin = (float) StrictMath.sin(angle);
        xx = width * cos;
        xy = -scale * (sin + shear * cos);
        yx = width * sin;
        yy = scale * (cos - shear * sin);
        shiftX = size / 2f + SHIFT * draws.bell();
        shiftY = size / 2f + SHIFT * draws.bell();
    }

    /** Maps a stroke from the digit's box (0 to 1) to the picture (pixels), each point jittered a little. */
    Stroke apply(Stroke stroke) {
        int points = stroke.x().length;
        float[] x = new float[points];
        float[] y = new float[points];
        for (int i = 0; i < points; i++) {
            if (i > 0 && stroke.x()[i] == stroke.x()[i - 1] && stroke.y()[i] == stroke.y()[i - 1]) {
                x[i] = x[i - 1];
                y[i] = y[i - 1];
            } else {
                map(stroke.x()[i] - 0.5f, stroke.y()[i] - 0.5f, i, x, y);
            }
        }
        return new Stroke(x, y, stroke.closed());
    }

    private void map(float u, float v, int i, float[] x, float[] y) {
        float a = u + warpX.at(v, u) + JITTER * draws.bell();
        float b = v + warpY.at(u, v) + JITTER * draws.bell();
        x[i] = shiftX + xx * a + xy * b;
        y[i] = shiftY + yx * a + yy * b;
    }

    /** A displacement along one axis; its frequencies, across that axis and along it, are in periods per box. */
    private record Wave(float amplitude, float across, float along, float phase) {

        static Wave draw(Draws draws) {
            float amplitude = WARP * draws.bell();
            float across = draws.uniform(0.3f, 1.1f);
            float along = draws.uniform(-0.5f, 0.5f);
            return new Wave(amplitude, across, along, draws.uniform(0, 1));
        }

        float at(float acrossAxis, float alongAxis) {
            float turns = across * acrossAxis + along * alongAxis + phase;
            return amplitude * (float) StrictMath.sin(TAU * turns);
        }
    }
}
