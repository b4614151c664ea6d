package org.backprop.engine.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;

import org.backprop.model.Shape;

/**
 * Turns features that are texts into one feature for each category of the training set, in sorted order: 1 where a
 * sample is of that category, else 0. A category that the training set does not have becomes zeros everywhere.
 */
final class OneHot {

    private final String what;
    private final List<List<String>> texts;
    private final List<List<String>> known = new ArrayList<>();
    private final int width;

    /**
     * Takes the categories of a training set.
     *
     * @param texts see {@link Source#categories}
     * @param what the data's name in messages
     */
    OneHot(Dataset training, List<List<String>> texts, String what) {
        this.what = what;
        this.texts = texts;
        for (int column = 0; column < texts.size(); column++) {
            TreeSet<String> found = new TreeSet<>();
            for (int i = column; !texts.get(column).isEmpty() && i < training.features().length; i += texts.size()) {
                found.add(texts.get(column).get((int) training.features()[i]));
            }
            known.add(List.copyOf(found));
        }
        width = known.stream().mapToInt(OneHot::width).sum();
    }

    private static int width(List<String> categories) {
        return Math.max(1, categories.size());
    }

    /** The features of the result that stand for categories. */
    BitSet categories() {
        BitSet set = new BitSet(width);
        int at = 0;
        for (List<String> categories : known) {
            set.set(at, at + width(categories), !categories.isEmpty());
            at += width(categories);
        }
        return set;
    }

    /**
     * The samples with categories in place of texts.
     *
     * @param name the set's name in a warning about categories that the training set does not have
     * @throws DataException if memory is too small for them
     */
    Dataset apply(Dataset data, String name, List<String> warnings) throws DataException {
        float[] encoded = Memory.floats(data.count(), width, what);
        TreeSet<String> unknown = new TreeSet<>();
        int to = 0;
        for (int from = 0; from < data.features().length; from++) {
            int column = from % texts.size();
            float value = data.features()[from];
            if (known.get(column).isEmpty()) {
                encoded[to] = value;
            } else {
                String text = texts.get(column).get((int) value);
                int category = known.get(column).indexOf(text);
                if (category < 0) {
                    unknown.add(text);
                } else {
                    encoded[to + category] = 1;
                }
            }
            to += width(known.get(column));
        }
        if (!unknown.isEmpty()) {
            warnings.add(
                    "%s: the %s set has categories that the training set does not have (%s); they become zeros; set split.stratified: true or raise split.train"
                            .formatted(what, name, String.join(", ", unknown)));
        }
        return data.withRows(Shape.of(width), new HeapFeatures(encoded, width));
    }
}
