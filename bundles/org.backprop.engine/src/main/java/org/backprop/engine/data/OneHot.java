package org.backprop.engine.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.backprop.model.Shape;

/**
 * Turns features that are texts into one feature for each category of the training set, in sorted order: 1 where a
 * sample is of that category, else 0. A category that the training set does not have becomes zeros everywhere.
 */
final class OneHot {

    private static final int SHOWN = 3;

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
        List<TreeSet<String>> found =
                texts.stream().map(list -> new TreeSet<String>()).toList();
        float[] row = new float[texts.size()];
        for (int i = 0; i < training.count(); i++) {
            training.rows().read(i, row, 0);
            each(row, (column, text) -> found.get(column).add(text));
        }
        found.stream().map(List::copyOf).forEach(known::add);
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
        TreeSet<String> unknown = new TreeSet<>();
        float[] row = new float[texts.size()];
        for (int i = 0; i < data.count(); i++) {
            data.rows().read(i, row, 0);
            each(row, (column, text) -> {
                if (!known.get(column).contains(text)) {
                    unknown.add(text);
                }
            });
        }
        if (!unknown.isEmpty()) {
            warnings.add(
                    "%s: the %s set has categories that the training set does not have (%s); they become zeros; raise split.train"
                            .formatted(
                                    what,
                                    name,
                                    unknown.stream().limit(SHOWN).collect(Collectors.joining(", "))
                                            + (unknown.size() > SHOWN ? ", ..." : "")));
        }
        Features encoded = new Encoded(this, data.rows());
        return data.withRows(Shape.of(width), data.inMemory() ? encoded.inMemory(what) : encoded);
    }

    /** Takes a text of a column. */
    @FunctionalInterface
    private interface Taker {
        void take(int column, String text);
    }

    private void each(float[] row, Taker taker) {
        for (int column = 0; column < row.length; column++) {
            if (!texts.get(column).isEmpty()) {
                taker.take(column, texts.get(column).get((int) row[column]));
            }
        }
    }

    /** Turns a sample that stands at the end of {@code to[at .. at + width)} into categories there, from left to right. */
    private void encode(float[] to, int at) {
        int from = at + width - texts.size();
        int column = at;
        for (int i = 0; i < texts.size(); i++) {
            float value = to[from + i];
            List<String> categories = known.get(i);
            if (categories.isEmpty()) {
                to[column] = value;
            }
            for (int k = 0; k < categories.size(); k++) {
                to[column + k] = categories.get(k).equals(texts.get(i).get((int) value)) ? 1 : 0;
            }
            column += width(categories);
        }
    }

    /** Features with categories in place of texts. */
    private record Encoded(OneHot encoding, Features rows) implements Features {

        @Override
        public int count() {
            return rows.count();
        }

        @Override
        public int width() {
            return encoding.width;
        }

        @Override
        public void read(int sample, float[] to, int at) {
            rows.read(sample, to, at + width() - rows.width());
            encoding.encode(to, at);
        }
    }
}
