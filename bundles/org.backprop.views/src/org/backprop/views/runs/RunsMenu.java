package org.backprop.views.runs;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.backprop.views.ViewAction;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;

/** What the view shows and how: columns, groups, archived runs, folders outside the workspace. */
final class RunsMenu {
    private final RunsView view;
    private final IAction refresh;
    private final IAction columns;
    private final IAction archived;
    private final IAction addFolder;
    private final IAction removeFolder;
    private final IAction find;
    private final IAction selectAll;
    private final Map<Grouping, IAction> groupings = new EnumMap<>(Grouping.class);

    RunsMenu(RunsView view) {
        this.view = view;
        refresh = push(
                Messages.action_refresh,
                Messages.action_refreshTip,
                "refresh",
                () -> view.runs().rescan());
        columns = push(Messages.action_columns, Messages.action_columnsTip, "columns", this::chooseColumns);
        archived = new ViewAction(
                IAction.AS_CHECK_BOX,
                Messages.action_showArchived,
                Messages.action_showArchivedTip,
                "archive",
                () -> view.setState(view.state().withArchived(!view.state().archived())));
        addFolder = push(Messages.action_addFolder, Messages.action_addFolderTip, "addfolder", this::addFolder);
        removeFolder = push(
                Messages.action_removeFolder,
                Messages.action_removeFolderTip,
                "addfolder",
                () -> added().ifPresent(view.runs()::removeFolder));
        find = push(
                Messages.action_find,
                Messages.action_findTip,
                "runs",
                () -> view.panel().find());
        selectAll = push(
                Messages.action_selectAll,
                Messages.action_selectAll,
                "runs",
                () -> view.panel().table().selectAll());
        for (Grouping grouping : Grouping.values()) {
            groupings.put(
                    grouping,
                    new ViewAction(
                            IAction.AS_RADIO_BUTTON,
                            grouping.title(),
                            grouping.title(),
                            "group",
                            () -> group(grouping)));
        }
    }

    private static IAction push(String text, String tip, String icon, Runnable run) {
        return new ViewAction(IAction.AS_PUSH_BUTTON, text, tip, icon, run);
    }

    IAction refresh() {
        return refresh;
    }

    IAction find() {
        return find;
    }

    IAction selectAll() {
        return selectAll;
    }

    void addToToolBar(IContributionManager manager) {
        manager.add(columns);
        manager.add(refresh);
    }

    void addTo(IContributionManager manager) {
        MenuManager groups = new MenuManager(Messages.action_group);
        groupings.values().forEach(groups::add);
        manager.add(groups);
        manager.add(columns);
        manager.add(archived);
        manager.add(addFolder);
        manager.add(removeFolder);
        manager.add(find);
        manager.add(refresh);
    }

    void update() {
        archived.setChecked(view.state().archived());
        removeFolder.setEnabled(added().isPresent());
        groupings.forEach(
                (grouping, action) -> action.setChecked(grouping == view.state().grouping()));
    }

    private void group(Grouping grouping) {
        if (groupings.get(grouping).isChecked() && view.state().grouping() != grouping) {
            view.setState(view.state().withGrouping(grouping));
        }
    }

    private void chooseColumns() {
        RunsState arranged = view.arranged();
        ColumnsDialog dialog = new ColumnsDialog(view.getSite().getShell(), view.all(), arranged.columns());
        if (dialog.open() == Window.OK) {
            view.setState(arranged.withColumns(dialog.chosen(), arranged.widths()));
        }
    }

    private void addFolder() {
        DirectoryDialog dialog = new DirectoryDialog(view.getSite().getShell(), SWT.OPEN);
        dialog.setText(Messages.addFolder_title);
        dialog.setMessage(Messages.addFolder_message);
        String folder = dialog.open();
        if (folder != null) {
            view.runs().addFolder(Path.of(folder));
        }
    }

    /** The added folder that holds the selected run; empty if none does. */
    private Optional<Path> added() {
        return view.only()
                .flatMap(run -> view.runs().addedFolders().stream()
                        .filter(run.folder()::startsWith)
                        .findFirst());
    }
}
