package org.backprop.views.runs;

import java.util.function.Consumer;

import org.backprop.views.Pages;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** The filter above the table of runs; or a text that says what to do while there is none. */
final class RunsPanel {
    private final Pages pages;
    private final Composite content;
    private final Text filter;
    private final Label count;
    private final RunsTable table;

    /**
     * @param filtered told each new text of the filter
     * @param sort told the column that was clicked
     * @param toggle told the group that was opened or closed
     */
    RunsPanel(
            Composite parent, String text, Consumer<String> filtered, Consumer<String> sort, Consumer<String> toggle) {
        pages = new Pages(parent);
        pages.showText(Messages.empty_noRun);
        pages.offerNew();
        content = new Composite(pages.control(), SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 2).applyTo(content);
        filter = new Text(content, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(Messages.filter_message);
        filter.setToolTipText(Messages.filter_tip);
        filter.setText(text);
        filter.addListener(SWT.Modify, event -> filtered.accept(filter.getText()));
        GridDataFactory.fillDefaults().grab(true, false).indent(4, 2).applyTo(filter);
        count = new Label(content, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).indent(0, 2).applyTo(count);
        table = new RunsTable(content, sort, toggle);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(table.control());
        filter.addListener(SWT.DefaultSelection, event -> table.control().setFocus());
    }

    Composite control() {
        return pages.control();
    }

    RunsTable table() {
        return table;
    }

    Text filter() {
        return filter;
    }

    void show(RunsProjection.Shown shown) {
        String text =
                NLS.bind(Messages.filter_count, shown.chosen(), shown.all().size());
        if (!text.equals(count.getText())) {
            count.setText(text);
            count.requestLayout();
        }
        table.show(shown.lines());
        if (shown.all().isEmpty()) {
            pages.showText(Messages.empty_noRun);
        } else {
            pages.show(content);
        }
    }

    /** Puts the cursor into the filter. */
    void find() {
        filter.setFocus();
        filter.selectAll();
    }

    void setFocus() {
        if (pages.text().isEmpty()) {
            table.control().setFocus();
        } else {
            pages.setFocus();
        }
    }
}
