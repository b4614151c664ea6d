package org.backprop.engine.data.csv;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Turns the target column's texts into classes: sorted by number if all are integers (then 1, +1 and 01 are the same
 * class), else as texts.
 *
 * @param labels each row's class, an index into {@code classes}
 * @param classes the classes' names
 */
record ClassLabels(int[] labels, List<String> classes) {

    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");

    static ClassLabels of(List<String> texts) {
        boolean integers =
                texts.stream().distinct().allMatch(text -> INTEGER.matcher(text).matches());
        List<String> names =
                integers ? texts.stream().map(ClassLabels::canonical).toList() : texts;
        List<String> classes = names.stream()
                .distinct()
                .sorted(integers ? Comparator.comparingLong(Long::parseLong) : Comparator.naturalOrder())
                .toList();
        Map<String, Integer> index = new HashMap<>();
        IntStream.range(0, classes.size()).forEach(i -> index.put(classes.get(i), i));
        return new ClassLabels(names.stream().mapToInt(index::get).toArray(), classes);
    }

    private static String canonical(String integer) {
        return Long.toString(Long.parseLong(integer));
    }
}
