package org.backprop.views.runs;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.backprop.runlog.run.Outcome;
import org.backprop.views.Images;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
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

/** The table of runs; a click on a header sorts by that column. */
final class RunsTable {
    private final Composite control;
    private final TableViewer viewer;
    private final Map<Outcome, Image> images = new EnumMap<>(Outcome.class);
    private RunsState state;

    RunsTable(Composite parent, RunsState state) {
        this.state = state;
        control = new Composite(parent, SWT.NONE);
        viewer = new TableViewer(control, SWT.FULL_SELECTION | SWT.SINGLE | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.setComparator(new Order());
        ColumnViewerToolTipSupport.enableFor(viewer);
        viewer.getTable().setHeaderVisible(true);
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), control);
        for (Outcome outcome : Outcome.values()) {
            images.put(outcome, resources.create(Images.state(outcome)));
        }
        TableColumnLayout layout = new TableColumnLayout();
        control.setLayout(layout);
        for (RunColumn column : RunColumn.values()) {
            addColumn(column, layout);
        }
        showOrder();
    }

    private void addColumn(RunColumn column, TableColumnLayout layout) {
        TableViewerColumn viewerColumn = new TableViewerColumn(viewer, column.isNumber() ? SWT.RIGHT : SWT.LEFT);
        viewerColumn.setLabelProvider(new Labels(column));
        TableColumn header = viewerColumn.getColumn();
        header.setText(column.title());
        header.setMoveable(true);
        header.addListener(SWT.Selection, event -> sortBy(column));
        layout.setColumnData(header, new ColumnPixelData(state.width(column), true, true));
    }

    private void sortBy(RunColumn column) {
        state = state.sortedBy(column);
        showOrder();
        viewer.refresh();
    }

    private void showOrder() {
        Table table = viewer.getTable();
        table.setSortColumn(table.getColumn(state.sort().ordinal()));
        table.setSortDirection(state.descending() ? SWT.DOWN : SWT.UP);
    }

    Composite control() {
        return control;
    }

    TableViewer viewer() {
        return viewer;
    }

    /** Shows rows; the selection stays. */
    void show(List<RunRow> rows) {
        viewer.setInput(rows);
    }

    /** The order and the widths of the columns as they are now. */
    RunsState state() {
        int[] widths = Arrays.stream(viewer.getTable().getColumns())
                .mapToInt(TableColumn::getWidth)
                .toArray();
        return state.withWidths(widths);
    }

    private final class Order extends ViewerComparator {
        @Override
        public int compare(Viewer sorted, Object a, Object b) {
            int order = state.sort().order().compare(((RunRow) a).facts(), ((RunRow) b).facts());
            return state.descending() ? -order : order;
        }
    }

    private final class Labels extends ColumnLabelProvider {
        private final RunColumn column;

        Labels(RunColumn column) {
            this.column = column;
        }

        @Override
        public String getText(Object element) {
            return column.text(((RunRow) element).facts());
        }

        @Override
        public Image getImage(Object element) {
            return column == RunColumn.STATE
                    ? images.get(((RunRow) element).facts().outcome())
                    : null;
        }

        @Override
        public String getToolTipText(Object element) {
            return RunDetails.of((RunRow) element);
        }
    }
}
