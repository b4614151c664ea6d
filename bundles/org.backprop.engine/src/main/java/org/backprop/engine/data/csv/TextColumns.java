package org.backprop.engine.data.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import de.siegmar.fastcsv.reader.CsvRecord;

/** The columns of a file that hold texts, each with the texts that were met and their codes, counted from 0. */
final class TextColumns {

    private final Map<Integer, Map<String, Integer>> codes = new TreeMap<>();

    /** Makes each column of a row one of texts that holds something else than a number there. */
    void find(CsvRecord row) {
        for (int i = 0; i < row.getFieldCount(); i++) {
            String text = row.getField(i).strip();
            if (!text.isEmpty() && Float.isNaN(Numbers.parse(text))) {
                codes.computeIfAbsent(i, column -> new LinkedHashMap<>());
            }
        }
    }

    boolean has(int column) {
        return codes.containsKey(column);
    }

    /** The code of a text in a column of texts. */
    int code(int column, String text) {
        Map<String, Integer> known = codes.get(column);
        return known.computeIfAbsent(text, key -> known.size());
    }

    /** For each feature its texts, in the order of their codes; none for numbers. */
    List<List<String>> categories(Columns columns) {
        List<List<String>> categories = new ArrayList<>();
        for (int i = 0; i < columns.names().size(); i++) {
            if (columns.isFeature(i)) {
                categories.add(List.copyOf(codes.getOrDefault(i, Map.of()).keySet()));
            }
        }
        return categories;
    }
}
