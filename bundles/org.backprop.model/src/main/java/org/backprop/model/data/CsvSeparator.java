package org.backprop.model.data;

import java.io.BufferedReader;
import java.io.IOException;

/** Which character separates the fields of a CSV file. */
public final class CsvSeparator {

    private static final String CANDIDATES = ",;\t";
    private static final int LONGEST_LINE = 1 << 20;

    private CsvSeparator() {}

    /**
     * The most frequent of comma, semicolon and tab outside quotes in the first line that is not empty; comma if there
     * is none. The reader is left where it was.
     */
    public static char detect(BufferedReader reader) throws IOException {
        reader.mark(LONGEST_LINE);
        int[] frequency = new int[CANDIDATES.length()];
        boolean quoted = false;
        boolean empty = true;
        for (int i = 1; i < LONGEST_LINE; i++) {
            int c = reader.read();
            boolean lineEnd = c == '\n' || c == '\r';
            if (c < 0 || lineEnd && !quoted && !empty) {
                break;
            }
            empty &= lineEnd;
            quoted ^= c == '"';
            int candidate = quoted ? -1 : CANDIDATES.indexOf(c);
            if (candidate >= 0) {
                frequency[candidate]++;
            }
        }
        reader.reset();
        return CANDIDATES.charAt(indexOfMaximum(frequency));
    }

    private static int indexOfMaximum(int[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }
}
