package org.backprop.views.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

import org.backprop.runlog.evaluation.ConfusionMatrix;
import org.backprop.views.tables.Column;
import org.backprop.views.tables.SortedTable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Precision, recall and more of each class. */
final class ClassesPane implements Pane {
    private final SortedTable<ClassRow> table;
    private List<ClassRow> shown = List.of();

    ClassesPane(Composite parent) {
        table = new SortedTable<>(
                parent,
                ClassRow.class,
                List.of(
                        new Column<>(
                                Messages.column_class,
                                140,
                                false,
                                ClassRow::name,
                                Comparator.comparing(ClassRow::order)),
                        share(Messages.column_precision, ConfusionMatrix.Scores::precision),
                        share(Messages.column_recall, ConfusionMatrix.Scores::recall),
                        share(Messages.column_f1, ConfusionMatrix.Scores::f1),
                        new Column<>(
                                Messages.column_auc,
                                65,
                                true,
                                row -> text(row.area()),
                                Comparator.comparing(row -> row.area().orElse(-1))),
                        new Column<>(
                                Messages.column_averagePrecision,
                                65,
                                true,
                                row -> text(row.averagePrecision()),
                                Comparator.comparing(
                                        row -> row.averagePrecision().orElse(-1))),
                        new Column<>(
                                Messages.column_support,
                                75,
                                true,
                                row -> Long.toString(row.scores().support()),
                                Comparator.comparing(row -> row.scores().support()))),
                (row, column) -> null,
                row -> null);
    }

    private static Column<ClassRow> share(String title, ToDoubleFunction<ConfusionMatrix.Scores> value) {
        return new Column<>(
                title,
                75,
                true,
                row -> Numbers.share(value.applyAsDouble(row.scores())),
                Comparator.comparing(row -> value.applyAsDouble(row.scores())));
    }

    private static String text(OptionalDouble value) {
        return value.isEmpty() ? "" : Numbers.share(value.getAsDouble());
    }

    @Override
    public String title() {
        return Messages.tab_classes;
    }

    @Override
    public Control control() {
        return table.control();
    }

    @Override
    public void show(ShownEvaluation evaluation) {
        List<ClassRow> rows = evaluation.measured().orElseThrow().classes();
        if (rows != shown) {
            shown = rows;
            table.show(rows);
        }
    }
}
