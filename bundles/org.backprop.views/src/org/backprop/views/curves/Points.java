package org.backprop.views.curves;

import java.util.Arrays;

/**
 * Points of a line, ready to be drawn; both arrays have the same length and are not changed.
 *
 * @param x places on the x axis; ascending
 * @param y values; all finite
 */
public record Points(double[] x, double[] y) {
    static final Points NONE = new Points(new double[0], new double[0]);

    public boolean isEmpty() {
        return x.length == 0;
    }

    /**
     * What a number of pixels can show of the points from {@code left} to {@code right}: of each pixel column the least and the
     * greatest, in their order, so that no peak is lost; and one point beyond each end, so that the line runs to the edges.
     */
    Points seen(double left, double right, int pixels) {
        int first = Math.max(0, index(left) - 1);
        int end = Math.min(x.length, index(Math.nextUp(right)) + 1);
        if (end - first <= 2L * pixels + 2) {
            return first == 0 && end == x.length ? this : part(first, end);
        }
        double width = (right - left) / pixels;
        double[] reducedX = new double[end - first];
        double[] reducedY = new double[end - first];
        int count = 0;
        int start = first;
        while (start < end) {
            double limit = left + (Math.floor((x[start] - left) / width) + 1) * width;
            int low = start;
            int high = start;
            int next = start + 1;
            for (; next < end && x[next] < limit; next++) {
                low = y[next] < y[low] ? next : low;
                high = y[next] > y[high] ? next : high;
            }
            for (int kept : low == high ? new int[] {low} : new int[] {Math.min(low, high), Math.max(low, high)}) {
                reducedX[count] = x[kept];
                reducedY[count++] = y[kept];
            }
            start = next;
        }
        return new Points(Arrays.copyOf(reducedX, count), Arrays.copyOf(reducedY, count));
    }

    private Points part(int from, int to) {
        return new Points(Arrays.copyOfRange(x, from, to), Arrays.copyOfRange(y, from, to));
    }

    /** Index of the first point that is not before {@code place}. */
    private int index(double place) {
        int low = 0;
        int high = x.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (x[middle] < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
