package org.backprop.views.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.backprop.runlog.compare.Comparison;
import org.backprop.runlog.compare.Comparison.Difference;
import org.backprop.runlog.compare.Hyperparameters;
import org.backprop.runlog.compare.Metrics;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.ui.help.HelpContexts;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** Asks which columns to show: those of every run, metrics, and hyperparameters, first those that the runs do not share. */
final class ColumnsDialog extends Dialog {
    private final List<RunSnapshot> runs;
    private final List<String> chosen;
    private Tree tree;

    ColumnsDialog(Shell shell, List<RunSnapshot> runs, List<String> shown) {
        super(shell);
        this.runs = runs;
        chosen = new ArrayList<>(shown);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** The ids of the columns: those that stay in their order, then the new ones. */
    List<String> chosen() {
        return chosen;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.columns_title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        HelpContexts.set(area, HelpContexts.COLUMNS_DIALOG);
        Text filter = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(Messages.columns_filter);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        tree = new Tree(area, SWT.CHECK | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, true).hint(420, 380).applyTo(tree);
        tree.addListener(SWT.Selection, this::checked);
        filter.addListener(SWT.Modify, event -> fill(filter.getText().strip()));
        Label hint = new Label(area, SWT.WRAP);
        hint.setText(Messages.columns_hint);
        GridDataFactory.fillDefaults().grab(true, false).hint(420, SWT.DEFAULT).applyTo(hint);
        fill("");
        return area;
    }

    private void fill(String filter) {
        tree.setRedraw(false);
        tree.removeAll();
        List<Hyperparameters> parameters =
                runs.stream().map(Hyperparameters::of).toList();
        Set<String> paths = new TreeSet<>();
        parameters.forEach(one -> paths.addAll(one.values().keySet()));
        List<String> differing = Comparison.differences(parameters).stream()
                .map(Difference::path)
                .toList();
        List<String> tags = Metrics.tags(runs);
        add(filter, Messages.columns_run, RunColumns.FIXED);
        add(filter, Messages.columns_best, tags.stream().map(RunColumn::best).toList());
        add(filter, Messages.columns_last, tags.stream().map(RunColumn::last).toList());
        add(
                filter,
                Messages.columns_differing,
                differing.stream().map(RunColumn::parameter).toList());
        paths.removeAll(differing);
        add(
                filter,
                Messages.columns_shared,
                paths.stream().map(RunColumn::parameter).toList());
        if (tree.getItemCount() > 0) {
            tree.getItem(0).setExpanded(true);
            tree.showItem(tree.getItem(0));
        }
        tree.setRedraw(true);
    }

    private void add(String filter, String title, List<RunColumn> columns) {
        List<RunColumn> fitting = columns.stream()
                .filter(column -> name(column).toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT)))
                .toList();
        if (fitting.isEmpty()) {
            return;
        }
        TreeItem group = new TreeItem(tree, SWT.NONE);
        group.setText(title);
        for (RunColumn column : fitting) {
            TreeItem item = new TreeItem(group, SWT.NONE);
            item.setText(name(column));
            item.setData(column.id());
            item.setChecked(chosen.contains(column.id()));
        }
        group.setExpanded(!filter.isEmpty() || columns == RunColumns.FIXED);
        showGroup(group);
    }

    private static String name(RunColumn column) {
        return column.id().startsWith("parameter:")
                ? column.tip()
                : column.column().title();
    }

    private void checked(Event event) {
        if (event.detail != SWT.CHECK) {
            return;
        }
        TreeItem item = (TreeItem) event.item;
        if (item.getData() == null) {
            for (TreeItem child : item.getItems()) {
                choose(child, item.getChecked());
            }
            showGroup(item);
        } else {
            choose(item, item.getChecked());
            showGroup(item.getParentItem());
        }
        getButton(OK).setEnabled(!chosen.isEmpty());
    }

    private void choose(TreeItem item, boolean wanted) {
        item.setChecked(wanted);
        String id = (String) item.getData();
        if (!wanted) {
            chosen.remove(id);
        } else if (!chosen.contains(id)) {
            chosen.add(id);
        }
    }

    /** A group is checked as far as its columns are. */
    private static void showGroup(TreeItem group) {
        int checked = 0;
        for (TreeItem child : group.getItems()) {
            checked += child.getChecked() ? 1 : 0;
        }
        group.setChecked(checked > 0);
        group.setGrayed(checked > 0 && checked < group.getItemCount());
    }
}
