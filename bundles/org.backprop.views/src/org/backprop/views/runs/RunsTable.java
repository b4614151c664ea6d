package org.backprop.views.runs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.backprop.runlog.run.Outcome;
import org.backprop.views.Images;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.core.runtime.SafeRunner;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/**
 * The table of runs. It is virtual: only the rows that are seen get their texts, so that thousands of runs cost no more
 * than a few. The selection are {@link RunRow}s; it stays when rows come and go.
 */
final class RunsTable implements ISelectionProvider {
    private static final String ID = "id";

    private final Table table;
    private final Consumer<String> sort;
    private final Map<Outcome, Image> images = new EnumMap<>(Outcome.class);
    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
    private List<RunColumn> columns = List.of();
    private List<Line> lines = List.of();

    /**
     * @param sort told the id of a column whose header was clicked
     * @param toggle told the name of a group that was opened or closed
     */
    RunsTable(Composite parent, Consumer<String> sort, Consumer<String> toggle) {
        this.sort = sort;
        table = new Table(parent, SWT.FULL_SELECTION | SWT.MULTI | SWT.VIRTUAL | SWT.H_SCROLL | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
        table.addListener(SWT.Selection, event -> fireSelection());
        table.addListener(SWT.DefaultSelection, event -> toggleGroup(toggle, event));
        table.addListener(SWT.KeyDown, event -> key(toggle, event));
        table.addListener(SWT.MouseMove, event -> table.setToolTipText(tip(new Point(event.x, event.y))));
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), table);
        for (Outcome outcome : Outcome.values()) {
            images.put(outcome, resources.create(Images.state(outcome)));
        }
    }

    Table control() {
        return table;
    }

    /** Makes the columns that a state wants, where they are others than now. */
    void setColumns(RunsState state) {
        List<RunColumn> wanted = state.shown();
        if (!ids(wanted).equals(ids(columns))) {
            for (TableColumn old : table.getColumns()) {
                old.dispose();
            }
            columns = wanted;
            columns.forEach(column -> addColumn(column, state.width(column)));
            table.clearAll();
        }
        table.setSortColumn(null);
        for (TableColumn header : table.getColumns()) {
            if (header.getData(ID).equals(state.sort())) {
                table.setSortColumn(header);
                table.setSortDirection(state.descending() ? SWT.DOWN : SWT.UP);
            }
        }
    }

    private static List<String> ids(List<RunColumn> columns) {
        return columns.stream().map(RunColumn::id).toList();
    }

    private void addColumn(RunColumn column, int width) {
        TableColumn header = new TableColumn(table, column.column().number() ? SWT.RIGHT : SWT.LEFT);
        header.setText(column.column().title());
        header.setToolTipText(column.tip().isEmpty() ? null : column.tip());
        header.setMoveable(true);
        header.setWidth(width);
        header.setData(ID, column.id());
        header.addListener(SWT.Selection, event -> sort.accept(column.id()));
    }

    /** The ids of the columns from left to right, as the user arranged them. */
    List<String> order() {
        return Arrays.stream(table.getColumnOrder())
                .mapToObj(index -> columns.get(index).id())
                .toList();
    }

    /** The widths in pixels by id. */
    Map<String, Integer> widths() {
        Map<String, Integer> widths = new LinkedHashMap<>();
        for (TableColumn header : table.getColumns()) {
            widths.put((String) header.getData(ID), header.getWidth());
        }
        return widths;
    }

    /** Shows lines. Only those that are other objects than before are drawn anew. */
    void show(List<Line> now) {
        List<Line> before = lines;
        Set<Line> selected = new HashSet<>(selectedLines());
        lines = now;
        if (before.size() != now.size()) {
            table.setItemCount(now.size());
        }
        boolean moved = before.size() != now.size();
        for (int i = 0; i < Math.min(before.size(), now.size()); i++) {
            if (before.get(i) != now.get(i)) {
                moved |= !before.get(i).equals(now.get(i));
                table.clear(i);
            }
        }
        if (moved && !selected.isEmpty()) {
            select(selected);
        }
    }

    private void select(Set<Line> wanted) {
        int[] indices = new int[lines.size()];
        int count = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (wanted.contains(lines.get(i))) {
                indices[count++] = i;
            }
        }
        table.deselectAll();
        table.select(Arrays.copyOf(indices, count));
        if (count != wanted.size()) {
            fireSelection();
        }
    }

    /** SWT may ask for an item that is just going, which has no line. */
    private void fill(TableItem item, int index) {
        if (index < 0 || index >= lines.size()) {
            return;
        }
        switch (lines.get(index)) {
            case GroupLine group -> {
                String[] texts = new String[columns.size()];
                Arrays.fill(texts, "");
                texts[table.getColumnOrder()[0]] = NLS.bind(
                        group.collapsed() ? Messages.group_collapsed : Messages.group_expanded,
                        group.name(),
                        group.runs());
                item.setText(texts);
                for (int i = 0; i < columns.size(); i++) {
                    item.setImage(i, null);
                }
                item.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
            }
            case RunRow row -> {
                for (int i = 0; i < columns.size(); i++) {
                    item.setText(i, columns.get(i).column().text().apply(row));
                    boolean state = columns.get(i).id().equals("state");
                    item.setImage(i, state ? images.get(row.facts().outcome()) : null);
                }
                item.setFont(null);
            }
        }
    }

    private void toggleGroup(Consumer<String> toggle, Event event) {
        int index = event.item instanceof TableItem item ? table.indexOf(item) : -1;
        if (index >= 0 && lines.get(index) instanceof GroupLine group) {
            toggle.accept(group.name());
        }
    }

    /** The arrow keys open and close a group. */
    private void key(Consumer<String> toggle, Event event) {
        List<Line> selected = selectedLines();
        boolean left = event.keyCode == SWT.ARROW_LEFT;
        if ((left || event.keyCode == SWT.ARROW_RIGHT)
                && selected.size() == 1
                && selected.getFirst() instanceof GroupLine group
                && group.collapsed() != left) {
            toggle.accept(group.name());
            event.doit = false;
        }
    }

    private String tip(Point mouse) {
        TableItem item = table.getItem(mouse);
        int index = item == null ? -1 : table.indexOf(item);
        return index >= 0 && index < lines.size() && lines.get(index) instanceof RunRow row ? RunDetails.of(row) : null;
    }

    private List<Line> selectedLines() {
        List<Line> selected = new ArrayList<>();
        for (int index : table.getSelectionIndices()) {
            if (index < lines.size()) {
                selected.add(lines.get(index));
            }
        }
        return selected;
    }

    /** The selected runs; of a closed group none. */
    List<RunRow> selected() {
        return selectedLines().stream()
                .filter(RunRow.class::isInstance)
                .map(RunRow.class::cast)
                .distinct()
                .toList();
    }

    void selectAll() {
        table.selectAll();
        fireSelection();
    }

    private void fireSelection() {
        SelectionChangedEvent event = new SelectionChangedEvent(this, getSelection());
        listeners.forEach(listener -> SafeRunner.run(() -> listener.selectionChanged(event)));
    }

    @Override
    public ISelection getSelection() {
        return new StructuredSelection(selected());
    }

    @Override
    public void setSelection(ISelection selection) {
        if (selection instanceof IStructuredSelection structured) {
            Set<Line> wanted = new HashSet<>();
            for (Object element : structured.toArray()) {
                if (element instanceof RunRow row) {
                    wanted.add(row);
                }
            }
            select(wanted);
            table.showSelection();
            fireSelection();
        }
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }
}
