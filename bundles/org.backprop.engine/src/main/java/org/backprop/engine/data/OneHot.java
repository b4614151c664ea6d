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
                    "%s: the %s set has categories that the training set does not have (%s); they become zeros; set split.stratified: true or raise split.train"
                            .formatted(what, name, String.join(", ", unknown)));
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

    /** Writes a sample with categories in place of texts to {@code to[at..]}. */
    private void encode(float[] row, float[] to, int at) {
        int column = at;
        for (int i = 0; i < row.length; i++) {
            List<String> categories = known.get(i);
            if (categories.isEmpty()) {
                to[column] = row[i];
            }
            for (int k = 0; k < categories.size(); k++) {
                to[column + k] = categories.get(k).equals(texts.get(i).get((int) row[i])) ? 1 : 0;
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
            float[] row = new float[rows.width()];
            rows.read(sample, row, 0);
            encoding.encode(row, to, at);
        }
    }
}
