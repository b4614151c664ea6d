package org.backprop.runlog.report;

import java.util.Locale;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.tensor.Tensor;

/** The newest confusion matrix of each data set; the more of a class a cell holds, the stronger its colour. */
final class ConfusionTables {
    private static final String TAG = "confusion_matrix/";
    private static final int MOST_CLASSES = 100;

    private final Markup page;

    ConfusionTables(Markup page) {
        this.page = page;
    }

    void write(RunSnapshot run) {
        run.tensors().forEach((tag, recorded) -> {
            Tensor counts = recorded.value();
            if (tag.startsWith(TAG)
                    && counts.shape().size() == 2
                    && counts.shape().getFirst().equals(counts.shape().getLast())) {
                page.element("h2", "Confusion matrix, " + tag.substring(TAG.length()));
                write(counts, Math.toIntExact(counts.shape().getFirst()));
            }
        });
    }

    private void write(Tensor counts, int classes) {
        if (classes > MOST_CLASSES) {
            page.element("p", classes + " classes are too many for a table.", "class", "note");
            return;
        }
        page.element("p", "A row for each class, a column for each predicted class; samples.", "class", "note");
        page.open("div", "class", "wide").open("table", "class", "matrix").open("tr");
        page.element("th", "class");
        for (int i = 0; i < classes; i++) {
            page.element("th", i, "class", "n", "scope", "col");
        }
        page.element("th", "recall", "class", "n", "scope", "col").close();
        for (int row = 0; row < classes; row++) {
            row(counts, classes, row);
        }
        page.close().close();
    }

    private void row(Tensor counts, int classes, int row) {
        double sum = 0;
        for (int i = 0; i < classes; i++) {
            sum += counts.get(row * classes + i);
        }
        page.open("tr").element("th", row, "scope", "row");
        for (int i = 0; i < classes; i++) {
            double count = counts.get(row * classes + i);
            String share = String.format(Locale.ROOT, "%.2f", sum == 0 ? 0 : count / sum * 0.75);
            page.element(
                    "td",
                    (long) count,
                    "class",
                    i == row ? "hit" : "miss",
                    "style",
                    "background: rgba(var(--heat), " + share + ")");
        }
        double recall = counts.get(row * classes + row) / sum;
        page.element("td", sum == 0 ? "\u2013" : String.format(Locale.ROOT, "%.1f %%", 100 * recall))
                .close();
    }
}
