package org.backprop.editor.training;

import java.util.List;

import org.backprop.runlog.preview.DataPreview;
import org.backprop.runlog.preview.DataPreview.SetSize;
import org.backprop.ui.theme.ChartTheme;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.forms.widgets.TableWrapData;

/** How many samples of each class are in each set, as numbers and as bars: training, validation and test one behind the other. */
final class ClassTable {
    private static final int MOST_ROWS = 11;
    private static final int BAR_WIDTH = 160;
    private static final int CELL = 70;
    private static final int BAR = 4;
    private static final int GAP = 3;

    private final Table table;
    private final TableWrapData data = new TableWrapData(TableWrapData.FILL_GRAB);
    private long most = 1;

    ClassTable(Composite parent) {
        table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        table.setLayoutData(data);
        List<String> titles = List.of(
                Messages.classes_class,
                Messages.classes_train,
                Messages.classes_validation,
                Messages.classes_test,
                Messages.classes_bars);
        for (int i = 0; i < titles.size(); i++) {
            TableColumn column = new TableColumn(table, i == 0 || i == BAR ? SWT.LEFT : SWT.RIGHT);
            column.setText(titles.get(i));
            column.setWidth(i == BAR ? BAR_WIDTH : CELL);
        }
        table.addListener(SWT.PaintItem, this::paint);
        data.heightHint = 0;
        table.setVisible(false);
    }

    void show(DataPreview preview) {
        table.removeAll();
        most = 1;
        add(
                Messages.classes_all,
                preview.train().samples(),
                preview.validation().samples(),
                preview.test().samples());
        for (int i = 0; i < preview.classes().size(); i++) {
            long[] counts = {count(preview.train(), i), count(preview.validation(), i), count(preview.test(), i)};
            most = Math.max(most, counts[0] + counts[1] + counts[2]);
            add(preview.classes().get(i), counts);
        }
        for (int i = 0; i < BAR; i++) {
            table.getColumn(i).pack();
        }
        int rows = Math.min(MOST_ROWS, table.getItemCount());
        data.heightHint = table.getHeaderHeight() + rows * table.getItemHeight() + GAP;
        table.setVisible(true);
    }

    private static long count(SetSize set, int label) {
        return set.perClass().get(label);
    }

    private void add(String name, long... counts) {
        TableItem item = new TableItem(table, SWT.NONE);
        item.setText(0, name);
        for (int i = 0; i < counts.length; i++) {
            item.setText(i + 1, String.format("%,d", counts[i]));
        }
        item.setData(counts);
    }

    private void paint(Event event) {
        if (event.index != BAR) {
            return;
        }
        long[] counts = (long[]) event.item.getData();
        boolean all = table.indexOf((TableItem) event.item) == 0;
        double scale = (double) (table.getColumn(BAR).getWidth() - 2 * GAP)
                / (all ? Math.max(1, counts[0] + counts[1] + counts[2]) : most);
        ChartTheme theme = ChartTheme.of(table);
        Color[] colors = {theme.train(), theme.validation(), ChartTheme.mix(theme.background(), theme.foreground(), 0.5)
        };
        double x = event.x + GAP;
        for (int i = 0; i < counts.length; i++) {
            double end = x + counts[i] * scale;
            event.gc.setBackground(colors[i]);
            event.gc.fillRectangle((int) x, event.y + GAP, (int) end - (int) x, table.getItemHeight() - 2 * GAP);
            x = end;
        }
    }
}
