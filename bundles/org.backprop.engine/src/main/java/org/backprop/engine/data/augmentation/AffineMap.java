package org.backprop.engine.data.augmentation;

/** An affine map of the plane, {@code (a x + b y + c, d x + e y + f)}, around the centre of an image. */
final class AffineMap {

    private double a;
    private double b;
    private double c;
    private double d;
    private double e;
    private double f;

    void reset() {
        a = 1;
        b = 0;
        c = 0;
        d = 0;
        e = 1;
        f = 0;
    }

    /** Becomes this map after the linear map {@code (xx x + xy y, yx x + yy y)}. */
    void after(double xx, double xy, double yx, double yy) {
        double newA = a * xx + b * yx;
        b = a * xy + b * yy;
        a = newA;
        double newD = d * xx + e * yx;
        e = d * xy + e * yy;
        d = newD;
    }

    /** Becomes this map after a translation. */
    void afterShift(double x, double y) {
        c += a * x + b * y;
        f += d * x + e * y;
    }

    float x(float x, float y) {
        return (float) (a * x + b * y + c);
    }

    float y(float x, float y) {
        return (float) (d * x + e * y + f);
    }
}
