package org.backprop.views.tables;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

/** A table whose rows a click on a header sorts by that column. */
public final class SortedTable<R> {
    private final Composite control;
    private final TableViewer viewer;
    private final Class<R> type;
    private Column<R> sort;
    private boolean descending;

    /**
     * Creates a table, sorted by its first column.
     *
     * @param image the icon of a cell, or null
     * @param tip the tool tip of a row, or null
     */
    public SortedTable(
            Composite parent,
            Class<R> type,
            List<Column<R>> columns,
            BiFunction<R, Column<R>, Image> image,
            Function<R, String> tip) {
        this.type = type;
        sort = columns.getFirst();
        control = new Composite(parent, SWT.NONE);
        viewer = new TableViewer(control, SWT.FULL_SELECTION | SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.setComparator(new Order());
        viewer.getTable().setHeaderVisible(true);
        ColumnViewerToolTipSupport.enableFor(viewer);
        TableColumnLayout layout = new TableColumnLayout();
        control.setLayout(layout);
        for (Column<R> column : columns) {
            TableViewerColumn shown = new TableViewerColumn(viewer, column.number() ? SWT.RIGHT : SWT.LEFT);
            shown.setLabelProvider(new Labels(column, image, tip));
            TableColumn header = shown.getColumn();
            header.setText(column.title());
            header.setMoveable(true);
            header.addListener(SWT.Selection, event -> sortBy(column, header));
            layout.setColumnData(header, new ColumnPixelData(column.width(), true, true));
        }
    }

    private void sortBy(Column<R> column, TableColumn header) {
        descending = column == sort && !descending;
        sort = column;
        Table table = viewer.getTable();
        table.setSortColumn(header);
        table.setSortDirection(descending ? SWT.DOWN : SWT.UP);
        viewer.refresh();
    }

    public Composite control() {
        return control;
    }

    public TableViewer viewer() {
        return viewer;
    }

    /** Shows rows; the selection stays. */
    public void show(List<R> rows) {
        viewer.setInput(rows);
    }

    public List<R> selected() {
        return viewer.getStructuredSelection().stream().map(type::cast).toList();
    }

    private final class Order extends ViewerComparator {
        @Override
        public int compare(Viewer sorted, Object a, Object b) {
            Comparator<R> order = descending ? sort.order().reversed() : sort.order();
            return order.compare(type.cast(a), type.cast(b));
        }
    }

    private final class Labels extends ColumnLabelProvider {
        private final Column<R> column;
        private final BiFunction<R, Column<R>, Image> image;
        private final Function<R, String> tip;

        Labels(Column<R> column, BiFunction<R, Column<R>, Image> image, Function<R, String> tip) {
            this.column = column;
            this.image = image;
            this.tip = tip;
        }

        @Override
        public String getText(Object element) {
            return column.text().apply(type.cast(element));
        }

        @Override
        public Image getImage(Object element) {
            return image.apply(type.cast(element), column);
        }

        @Override
        public String getToolTipText(Object element) {
            return tip.apply(type.cast(element));
        }
    }
}
