package org.backprop.views.evaluation;

import java.util.Comparator;
import java.util.List;

import org.backprop.views.WrappedLabel;
import org.backprop.views.tables.Column;
import org.backprop.views.tables.SortedTable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;

/** Samples with the greatest losses: pictures, or else rows of a table. */
final class SamplesPane {
    private static final List<Column<SampleCard>> COLUMNS = List.of(
            new Column<>(
                    Messages.column_loss,
                    70,
                    true,
                    card -> Numbers.of(card.loss()),
                    Comparator.comparing(card -> -card.loss())),
            new Column<>(
                    Messages.column_sample,
                    70,
                    true,
                    card -> Integer.toString(card.number()),
                    Comparator.comparing(SampleCard::number)),
            new Column<>(Messages.column_true, 90, false, SampleCard::truth, Comparator.comparing(SampleCard::truth)),
            new Column<>(
                    Messages.column_predicted,
                    90,
                    false,
                    SampleCard::predicted,
                    Comparator.comparing(SampleCard::predicted)),
            new Column<>(Messages.column_score, 80, true, SampleCard::score, Comparator.comparing(SampleCard::score)),
            new Column<>(
                    Messages.column_values, 220, false, SampleCard::values, Comparator.comparing(SampleCard::values)));

    private final Composite control;
    private final WrappedLabel caption;
    private final Composite pages;
    private final StackLayout stack = new StackLayout();
    private final Gallery gallery;
    private final SortedTable<SampleCard> table;
    private List<SampleCard> shown = List.of();

    SamplesPane(Composite parent) {
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(control);
        caption = new WrappedLabel(control, 1, 6);
        pages = new Composite(control, SWT.NONE);
        pages.setLayout(stack);
        GridDataFactory.fillDefaults().grab(true, true).hint(1, 1).applyTo(pages);
        gallery = new Gallery(pages);
        table = new SortedTable<>(pages, SampleCard.class, COLUMNS, (card, column) -> null, SampleCard::values);
        stack.topControl = gallery.control();
    }

    Composite control() {
        return control;
    }

    void show(ShownEvaluation evaluation, String text) {
        caption.setText(text, control);
        List<SampleCard> cards = evaluation.cards();
        if (cards != shown) {
            shown = cards;
            boolean pictures = cards.stream().anyMatch(card -> card.picture().isPresent());
            boolean values = !cards.isEmpty() && !pictures;
            if (values) {
                table.show(cards);
            }
            gallery.show(values ? List.of() : cards);
            stack.topControl = values ? table.control() : gallery.control();
            pages.layout();
        }
    }
}
