package org.backprop.engine.minimize;

/**
 * How the approximation V of the inverse Hessian takes in a change s of the point and y of the gradient, with {@code u = V
 * y}: {@code V = V + ss s s^T + su (s u^T + u s^T) + uu u u^T}. Nocedal and Wright: "Numerical optimization", chapter 6.
 */
enum InverseUpdate {
    /** Broyden, Fletcher, Goldfarb, Shanno (6.17). */
    BFGS {
        @Override
        double ss(double sy, double yu) {
            return (1 + yu / sy) / sy;
        }

        @Override
        double su(double sy) {
            return -1 / sy;
        }

        @Override
        double uu(double yu) {
            return 0;
        }
    },
    /** Davidon, Fletcher, Powell (6.15). */
    DFP {
        @Override
        double ss(double sy, double yu) {
            return 1 / sy;
        }

        @Override
        double su(double sy) {
            return 0;
        }

        @Override
        double uu(double yu) {
            return -1 / yu;
        }
    };

    /** Factor of {@code s s^T}, by {@code s^T y} and {@code y^T V y}. */
    abstract double ss(double sy, double yu);

    /** Factor of {@code s u^T + u s^T}. */
    abstract double su(double sy);

    /** Factor of {@code u u^T}. */
    abstract double uu(double yu);
}
