package org.backprop.engine.data.images;

/**
 * The weights that bring a line of pixels to another length: a triangle around the place of each new pixel, two pixels
 * wide (linear interpolation), or wider when the line shrinks, so that every pixel counts.
 */
final class Resampling {

    private final int[] first;
    private final float[][] weights;

    Resampling(int from, int to) {
        first = new int[to];
        weights = new float[to][];
        double ratio = (double) from / to;
        double reach = Math.max(1, ratio);
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * ratio;
            first[i] = (int) Math.max(0, Math.floor(centre - reach));
            int end = (int) Math.min(from, Math.ceil(centre + reach));
            weights[i] = weights(first[i], end, centre, reach);
        }
    }

    private static float[] weights(int from, int to, double centre, double reach) {
        double[] triangle = new double[to - from];
        double sum = 0;
        for (int i = 0; i < triangle.length; i++) {
            triangle[i] = Math.max(0, 1 - Math.abs(from + i + 0.5 - centre) / reach);
            sum += triangle[i];
        }
        float[] weights = new float[triangle.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (triangle[i] / sum);
        }
        return weights;
    }

    /** The first old pixel that counts for a new one. */
    int first(int pixel) {
        return first[pixel];
    }

    /** How many old pixels count for a new one. */
    int count(int pixel) {
        return weights[pixel].length;
    }

    /** The share of old pixel {@code first(pixel) + i} in a new one. */
    float weight(int pixel, int i) {
        return weights[pixel][i];
    }
}
