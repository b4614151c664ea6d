package org.backprop.views.curves;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.CheckStateChangedEvent;
import org.eclipse.jface.viewers.CheckboxTreeViewer;
import org.eclipse.jface.viewers.ICheckStateProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** The quantities of the runs as a tree with check boxes and a filter: a group is a chart, what is in it are its lines. */
final class Chooser {
    private final Composite control;
    private final Text filter;
    private final CheckboxTreeViewer tree;
    private final Consumer<Set<String>> changed;
    private Set<String> chosen = Set.of();
    private List<String> known = List.of();
    private Map<String, List<String>> groups = Map.of();

    /**
     * A row of the tree.
     *
     * @param quantity empty for a group of several quantities
     */
    private record Row(String group, String quantity) {}

    /** @param changed called with what is chosen after each change by the user */
    Chooser(Composite parent, Consumer<Set<String>> changed) {
        this.changed = changed;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(control);
        filter = new Text(control, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(Messages.chooser_filter);
        filter.addListener(SWT.Modify, event -> fill());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        tree = new CheckboxTreeViewer(control, SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        tree.setUseHashlookup(true);
        tree.setContentProvider(new Content());
        tree.setLabelProvider(new Labels());
        tree.setCheckStateProvider(new Checks());
        tree.addCheckStateListener(this::checked);
        GridDataFactory.fillDefaults().grab(true, true).hint(1, 1).applyTo(tree.getControl());
    }

    Composite control() {
        return control;
    }

    CheckboxTreeViewer tree() {
        return tree;
    }

    /** Shows the quantities that there are and those that are drawn. */
    void show(List<String> quantities, Set<String> drawn) {
        boolean same = quantities.equals(known);
        if (!same || !drawn.equals(chosen)) {
            known = quantities;
            chosen = drawn;
            if (same) {
                tree.refresh();
            } else {
                fill();
            }
        }
    }

    private void fill() {
        String wanted = filter.getText().toLowerCase(Locale.ROOT);
        Map<String, List<String>> filtered = new LinkedHashMap<>();
        for (String quantity : known) {
            if (quantity.toLowerCase(Locale.ROOT).contains(wanted)) {
                filtered.computeIfAbsent(CurveTag.of(quantity).group(), group -> new ArrayList<>())
                        .add(quantity);
            }
        }
        Object[] expanded = tree.getExpandedElements();
        groups = filtered;
        tree.setInput(filtered);
        tree.setExpandedElements(wanted.isEmpty() ? expanded : filtered.size() > 20 ? new Object[0] : roots());
    }

    private Row[] roots() {
        return groups.entrySet().stream()
                .map(group -> new Row(
                        group.getKey(),
                        group.getValue().size() == 1 ? group.getValue().getFirst() : ""))
                .toArray(Row[]::new);
    }

    /** The quantities that a row stands for. */
    private List<String> quantities(Row row) {
        return row.quantity().isEmpty() ? groups.getOrDefault(row.group(), List.of()) : List.of(row.quantity());
    }

    private void checked(CheckStateChangedEvent event) {
        Set<String> now = new HashSet<>(chosen);
        List<String> rows = quantities((Row) event.getElement());
        if (event.getChecked()) {
            now.addAll(rows);
        } else {
            rows.forEach(now::remove);
        }
        chosen = now;
        tree.refresh();
        changed.accept(now);
    }

    private final class Content implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return roots();
        }

        @Override
        public Object[] getChildren(Object element) {
            Row row = (Row) element;
            return hasChildren(row)
                    ? quantities(row).stream()
                            .map(quantity -> new Row(row.group(), quantity))
                            .toArray()
                    : new Object[0];
        }

        @Override
        public Object getParent(Object element) {
            return null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return ((Row) element).quantity().isEmpty();
        }
    }

    private static final class Labels extends LabelProvider {
        @Override
        public String getText(Object element) {
            Row row = (Row) element;
            return row.quantity().isEmpty() ? row.group() : row.quantity();
        }
    }

    private final class Checks implements ICheckStateProvider {
        @Override
        public boolean isChecked(Object element) {
            return quantities((Row) element).stream().anyMatch(chosen::contains);
        }

        @Override
        public boolean isGrayed(Object element) {
            return isChecked(element) && !chosen.containsAll(quantities((Row) element));
        }
    }
}
