package org.backprop.engine.data.augmentation;

import org.backprop.engine.random.Draws;
import org.backprop.model.RotateAugmentation;
import org.backprop.model.ShearAugmentation;
import org.backprop.model.ShiftAugmentation;
import org.backprop.model.ZoomAugmentation;

/** One of the random changes that a single resampling makes together: where each new pixel is to be taken from. */
interface AffineStep {

    /** Puts the inverse of the change before the map from new to old pixels. */
    void draw(Draws draws, Frame frame, AffineMap map);

    static AffineStep of(RotateAugmentation spec) {
        return (draws, frame, map) -> {
            double angle = Math.toRadians(spec.degrees()) * draws.uniform(-1, 1);
            double cos = Angle.cos(angle);
            double sin = Angle.sin(angle);
            map.after(cos, sin, -sin, cos);
        };
    }

    static AffineStep of(ShiftAugmentation spec) {
        return (draws, frame, map) -> {
            double x = spec.horizontal() * frame.columns() * draws.uniform(-1, 1);
            double y = spec.vertical() * frame.rows() * draws.uniform(-1, 1);
            map.afterShift(-x, -y);
        };
    }

    static AffineStep of(ZoomAugmentation spec) {
        return (draws, frame, map) -> {
            double factor = spec.low() + (spec.high() - spec.low()) * draws.uniform(0, 1);
            map.after(1 / factor, 0, 0, 1 / factor);
        };
    }

    static AffineStep of(ShearAugmentation spec) {
        return (draws, frame, map) -> {
            double angle = Math.toRadians(spec.degrees()) * draws.uniform(-1, 1);
            double slope = Angle.sin(angle) / Angle.cos(angle);
            map.after(1, -slope, 0, 1);
        };
    }
}
