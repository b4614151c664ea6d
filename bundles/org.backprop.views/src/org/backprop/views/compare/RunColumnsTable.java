package org.backprop.views.compare;

import java.util.List;
import java.util.Set;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** A table with a column for each run. */
final class RunColumnsTable {
    private static final int FIRST = 230;
    private static final int OTHERS = 130;

    private final Table table;
    private final String corner;
    private List<String> names = List.of();
    private List<Row> rows = List.of();

    /**
     * A row.
     *
     * @param title what it shows
     * @param cells one for each run
     * @param best the cells that stand out
     */
    record Row(String title, List<String> cells, Set<Integer> best) {}

    RunColumnsTable(Composite parent, String corner) {
        this.corner = corner;
        table = new Table(parent, SWT.FULL_SELECTION | SWT.MULTI | SWT.VIRTUAL | SWT.H_SCROLL | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
    }

    Table control() {
        return table;
    }

    void show(List<String> runs, List<Row> newRows) {
        boolean otherRuns = !runs.equals(names) || table.getColumnCount() == 0;
        if (otherRuns) {
            names = runs;
            for (TableColumn old : table.getColumns()) {
                old.dispose();
            }
            addColumn(corner, FIRST);
            names.forEach(name -> addColumn(name, OTHERS));
        }
        if (otherRuns || !newRows.equals(rows)) {
            rows = newRows;
            table.setItemCount(rows.size());
            table.clearAll();
        }
    }

    private void addColumn(String title, int width) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(title);
        column.setToolTipText(title);
        column.setMoveable(true);
        column.setWidth(width);
    }

    /** SWT may ask for an item that is just going, which has no row. */
    private void fill(TableItem item, int index) {
        if (index < 0 || index >= rows.size()) {
            return;
        }
        Row row = rows.get(index);
        item.setText(0, row.title());
        for (int i = 0; i < row.cells().size(); i++) {
            item.setText(i + 1, row.cells().get(i));
            item.setFont(
                    i + 1,
                    row.best().contains(i)
                            ? JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT)
                            : null);
        }
    }

    /** The rows as text that a spreadsheet understands. */
    String text() {
        StringBuilder text = new StringBuilder(corner)
                .append('\t')
                .append(String.join("\t", names))
                .append('\n');
        for (Row row : rows) {
            text.append(row.title())
                    .append('\t')
                    .append(String.join("\t", row.cells()))
                    .append('\n');
        }
        return text.toString();
    }
}
