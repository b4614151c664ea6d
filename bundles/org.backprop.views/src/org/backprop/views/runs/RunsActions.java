package org.backprop.views.runs;

import org.backprop.views.TextCopy;
import org.backprop.views.ViewAction;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.actions.ActionFactory;

/** What can be done with runs, in the toolbar, the view menu and the context menu. */
final class RunsActions {
    private final RunsView view;
    private final IAction refresh;
    private final IAction openFolder;
    private final IAction openModel;
    private final IAction copy;

    RunsActions(RunsView view, IActionBars bars) {
        this.view = view;
        refresh = new ViewAction(
                IAction.AS_PUSH_BUTTON, Messages.action_refresh, Messages.action_refreshTip, "refresh", view::rescan);
        openFolder = new ViewAction(
                IAction.AS_PUSH_BUTTON,
                Messages.action_openFolder,
                Messages.action_openFolderTip,
                "folder",
                this::openFolder);
        openModel = new ViewAction(
                IAction.AS_PUSH_BUTTON,
                Messages.action_openModel,
                Messages.action_openModelTip,
                "model",
                view::openModel);
        copy = new ViewAction(
                IAction.AS_PUSH_BUTTON, Messages.action_copy, Messages.action_copyTip, "copy", this::copyPath);
        refresh.setActionDefinitionId("org.eclipse.ui.file.refresh");
        copy.setActionDefinitionId("org.eclipse.ui.edit.copy");
        addTo(bars.getToolBarManager());
        addTo(bars.getMenuManager());
        bars.setGlobalActionHandler(ActionFactory.REFRESH.getId(), refresh);
        bars.setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
        bars.updateActionBars();
    }

    private void addTo(IContributionManager manager) {
        manager.add(openModel);
        manager.add(openFolder);
        manager.add(refresh);
    }

    void addContextMenu(TableViewer viewer) {
        MenuManager manager = new MenuManager();
        manager.add(openModel);
        manager.add(openFolder);
        manager.add(copy);
        manager.add(new Separator());
        manager.add(refresh);
        manager.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        viewer.getTable().setMenu(manager.createContextMenu(viewer.getTable()));
        view.getSite().registerContextMenu(manager, viewer);
        viewer.addSelectionChangedListener(event -> update());
        update();
    }

    private void update() {
        boolean selected = view.selected().isPresent();
        openModel.setEnabled(selected);
        openFolder.setEnabled(selected);
        copy.setEnabled(selected);
    }

    private void openFolder() {
        view.selected().ifPresent(row -> Program.launch(row.facts().folder().toString()));
    }

    private void copyPath() {
        view.selected()
                .ifPresent(row ->
                        TextCopy.of(view.table().control(), row.facts().folder().toString()));
    }
}
