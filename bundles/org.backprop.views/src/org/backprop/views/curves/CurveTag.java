package org.backprop.views.curves;

import java.util.List;
import java.util.Locale;

/**
 * What the tag of a curve says: a quantity, and the data set that it was measured on. Understood are {@code loss/train} of our
 * trainer, and {@code train/loss}, {@code train_loss}, {@code val_loss} of other tools.
 *
 * @param tag as recorded
 * @param quantity what was measured, such as {@code loss}
 * @param set the data
 */
public record CurveTag(String tag, String quantity, DataSet set) {
    /** The data that a quantity was measured on; NONE if the tag does not say it. */
    public enum DataSet {
        TRAIN("train", "training"),
        VALIDATION("validation", "val", "valid"),
        TEST("test", "eval"),
        VALIDATION_ENSEMBLE("validation_ensemble"),
        TEST_ENSEMBLE("test_ensemble"),
        NONE;

        private final List<String> words;

        DataSet(String... words) {
            this.words = List.of(words);
        }

        private static DataSet of(String word) {
            for (DataSet set : values()) {
                if (set.words.contains(word.toLowerCase(Locale.ROOT))) {
                    return set;
                }
            }
            return NONE;
        }
    }

    public static CurveTag of(String tag) {
        int last = tag.lastIndexOf('/');
        if (last > 0 && DataSet.of(tag.substring(last + 1)) != DataSet.NONE) {
            return new CurveTag(tag, tag.substring(0, last), DataSet.of(tag.substring(last + 1)));
        }
        for (char divider : new char[] {'/', '_'}) {
            int first = tag.indexOf(divider);
            DataSet set = first > 0 ? DataSet.of(tag.substring(0, first)) : DataSet.NONE;
            if (set != DataSet.NONE && first + 1 < tag.length()) {
                return new CurveTag(tag, tag.substring(first + 1), set);
            }
        }
        return new CurveTag(tag, tag, DataSet.NONE);
    }

    /** What is drawn in one chart: the quantity up to its first slash, such as {@code gradient_norm}. */
    public String group() {
        int slash = quantity.indexOf('/');
        return slash > 0 ? quantity.substring(0, slash) : quantity;
    }

    /** The rest, such as the name of a layer; empty if the quantity is the group. */
    String member() {
        String group = group();
        return quantity.length() > group.length() ? quantity.substring(group.length() + 1) : "";
    }
}
