package org.backprop.engine.data.shapes;

import java.util.Locale;

/**
 * The figures, one a class, as functions of the plane: below 0 inside, above 0 outside, and near the edge about the
 * distance from it. Each fits in the circle of radius 1; y points down.
 */
enum Figure {
    CIRCLE {
        @Override
        float distance(float x, float y) {
            return radius(x, y) - 0.85f;
        }
    },
    SQUARE {
        @Override
        float distance(float x, float y) {
            return box(x, y, 0.7f, 0.7f);
        }
    },
    TRIANGLE {
        @Override
        float distance(float x, float y) {
            return Math.max(y, 0.8660254f * Math.abs(x) - 0.5f * y) - 0.5f;
        }
    },
    STAR {
        /** Inside of at least four of the five edges' lines: below 0 where the second greatest distance is. */
        @Override
        float distance(float x, float y) {
            float greatest = Float.NEGATIVE_INFINITY;
            float second = Float.NEGATIVE_INFINITY;
            for (int i = 0; i < STAR_X.length; i++) {
                float d = STAR_X[i] * x + STAR_Y[i] * y;
                second = Math.max(second, Math.min(greatest, d));
                greatest = Math.max(greatest, d);
            }
            return second - 0.33f;
        }
    },
    CROSS {
        @Override
        float distance(float x, float y) {
            return Math.min(box(x, y, 0.95f, 0.3f), box(x, y, 0.3f, 0.95f));
        }
    },
    RING {
        @Override
        float distance(float x, float y) {
            return Math.abs(radius(x, y) - 0.68f) - 0.22f;
        }
    },
    HEXAGON {
        @Override
        float distance(float x, float y) {
            float side = Math.abs(y);
            return Math.max(side, 0.8660254f * Math.abs(x) + 0.5f * side) - 0.8f;
        }
    },
    HEART {
        /** A square on its corner with half circles on its upper sides. */
        @Override
        float distance(float x, float y) {
            float side = Math.abs(x);
            float low = y - 0.1f;
            float square = (side + Math.abs(low)) * 0.70710677f - 0.52f;
            return Math.min(square, radius(side - 0.3677f, low + 0.3677f) - 0.52f);
        }
    },
    CRESCENT {
        @Override
        float distance(float x, float y) {
            return Math.max(radius(x, y) - 0.9f, 0.72f - radius(x - 0.42f, y));
        }
    },
    ARROW {
        @Override
        float distance(float x, float y) {
            float side = Math.abs(y);
            float head = Math.max(-x, (0.65f * (x - 0.95f) + 0.95f * side) * 0.8687f);
            return Math.min(head, box(x + 0.45f, y, 0.5f, 0.2f));
        }
    };

    private static final float[] STAR_X = new float[5];
    private static final float[] STAR_Y = new float[5];

    static {
        for (int i = 0; i < STAR_X.length; i++) {
            double angle = Math.PI / 2 + 2 * Math.PI * i / STAR_X.length;
            STAR_X[i] = (float) StrictMath.cos(angle);
            STAR_Y[i] = (float) StrictMath.sin(angle);
        }
    }

    abstract float distance(float x, float y);

    /** The name of the class. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static float radius(float x, float y) {
        return (float) Math.sqrt(x * x + y * y);
    }

    private static float box(float x, float y, float halfWidth, float halfHeight) {
        return Math.max(Math.abs(x) - halfWidth, Math.abs(y) - halfHeight);
    }
}
