package org.backprop.engine.data.digits;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How people write the ten digits: some styles for each, every style a few pen strokes.
 *
 * <p>A stroke is written as "x y" pairs that the pen passes through, in hundredths of the digit's box, x to the right
 * and y down; strokes are separated by "|". A pair given twice in a row is a corner; a stroke that ends where it began
 * is a closed curve.
 */
final class DigitStrokes {

    /** One pen stroke: coordinates in 0 to 1. In a closed stroke the first point is not repeated at the end. */
    record Stroke(float[] x, float[] y, boolean closed) {}

    private static final List<List<List<Stroke>>> STYLES = List.of(
            styles( // 0
                    "50 5 25 16 15 50 25 84 50 95 75 84 85 50 75 16 50 5",
                    "50 4 36 18 31 50 36 82 50 96 64 82 69 50 64 18 50 4",
                    "64 10 40 6 22 30 20 64 36 92 60 93 78 68 80 34 66 10 44 8",
                    "50 14 22 24 12 52 24 82 52 90 78 80 88 52 78 24 50 14"),
            styles( // 1
                    "50 4 50 96", "60 5 50 50 42 95", "30 28 52 5 52 5 50 95", "32 26 50 6 50 6 50 94 | 28 94 72 94"),
            styles( // 2
                    "22 28 32 9 52 5 72 14 76 32 62 55 40 76 20 94 20 94 80 94",
                    "24 25 38 7 62 8 74 26 62 55 38 82 22 86 26 74 44 78 60 92 82 88",
                    "22 26 40 6 66 9 72 32 50 62 22 92 22 92 44 86 62 93 82 86",
                    "26 12 56 6 74 22 66 46 22 92 22 92 78 92"),
            styles( // 3
                    "24 16 48 5 72 16 70 36 44 47 44 47 74 56 78 78 54 95 22 86",
                    "22 7 76 7 76 7 44 42 44 42 74 52 78 76 54 95 20 86",
                    "20 20 40 5 66 10 68 32 48 46 34 48 56 49 80 64 72 90 42 96 18 82",
                    "28 10 62 8 66 28 40 46 40 46 68 50 74 74 54 92 26 92"),
            styles( // 4
                    "32 6 22 55 22 55 82 55 | 64 30 62 95",
                    "62 5 16 66 16 66 86 66 | 62 5 62 95",
                    "26 8 24 44 40 56 72 50 | 74 6 70 55 68 96",
                    "54 5 18 58 18 58 84 56 | 66 36 58 95"),
            styles( // 5
                    "76 7 32 7 32 7 28 45 28 45 54 38 78 56 72 84 46 95 20 86",
                    "34 8 28 45 28 45 58 40 78 62 66 90 40 95 20 84 | 34 8 80 10",
                    "78 8 44 9 30 26 36 42 62 50 76 68 62 92 36 95 20 86",
                    "72 10 38 10 38 10 32 44 32 44 66 46 72 72 52 92 24 90"),
            styles( // 6
                    "68 6 40 28 24 62 34 90 58 94 76 76 66 56 44 56 26 72",
                    "58 4 34 42 22 72 36 94 64 94 78 74 64 57 40 60 25 72",
                    "76 14 52 6 30 32 22 68 42 95 68 88 72 66 52 56 28 68",
                    "46 4 30 40 26 76 42 95 64 88 66 68 50 60 30 72"),
            styles( // 7
                    "20 8 80 8 80 8 44 95",
                    "20 9 80 9 80 9 46 95 | 34 50 76 48",
                    "22 16 40 8 78 10 78 10 58 45 48 95",
                    "22 24 22 8 22 8 80 8 80 8 52 48 42 95 | 36 54 70 52"),
            styles( // 8
                    "50 47 28 30 34 10 50 5 66 10 72 30 50 47 24 66 26 88 50 95 74 88 76 66 50 47",
                    "74 16 52 5 28 16 34 38 66 60 74 80 50 95 26 80 36 60 66 38 74 18",
                    "50 5 28 25 50 45 72 25 50 5 | 50 45 22 70 50 95 78 70 50 45",
                    "70 12 48 6 32 20 44 42 64 66 58 90 40 92 34 72 52 46 70 14"),
            styles( // 9
                    "74 24 52 5 26 18 28 42 50 52 72 38 76 14 76 14 74 60 68 95",
                    "74 26 52 6 26 24 36 48 60 48 76 22 76 22 76 62 56 93 28 88",
                    "72 26 48 7 26 30 44 50 72 30 72 8 72 8 72 95",
                    "66 22 46 8 30 26 42 44 62 36 68 14 68 14 62 56 46 96"));

    private DigitStrokes() {}

    /** The styles of a digit, 0 to 9; a style is a list of strokes. */
    static List<List<Stroke>> of(int digit) {
        return STYLES.get(digit);
    }

    private static List<List<Stroke>> styles(String... styles) {
        return Stream.of(styles).map(DigitStrokes::strokes).toList();
    }

    private static List<Stroke> strokes(String style) {
        return Stream.of(style.split("\\|")).map(DigitStrokes::stroke).toList();
    }

    private static Stroke stroke(String points) {
        String[] numbers = points.strip().split("\\s+");
        float[] x = coordinates(numbers, 0);
        float[] y = coordinates(numbers, 1);
        int last = x.length - 1;
        boolean closed = x[0] == x[last] && y[0] == y[last];
        return closed ? new Stroke(Arrays.copyOf(x, last), Arrays.copyOf(y, last), true) : new Stroke(x, y, false);
    }

    private static float[] coordinates(String[] numbers, int first) {
        float[] result = new float[numbers.length / 2];
        for (int i = 0; i < result.length; i++) {
            result[i] = Integer.parseInt(numbers[2 * i + first]) / 100f;
        }
        return result;
    }
}
