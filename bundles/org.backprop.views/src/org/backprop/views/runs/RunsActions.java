package org.backprop.views.runs;

import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Consumer;

import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.ui.launch.RecordedRuns;
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
    private static final String CHECKPOINT = "checkpoints/state.safetensors";

    private final RunsView view;
    private final IAction refresh;
    private final IAction openFolder;
    private final IAction openModel;
    private final IAction copy;
    private final IAction again;
    private final IAction resume;
    private final IAction withSeed;

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
        again = launch(
                Messages.action_again,
                Messages.action_againTip,
                "again",
                run -> RecordedRuns.again(run.info().orElseThrow()));
        resume = launch(
                Messages.action_resume,
                Messages.action_resumeTip,
                "resume",
                run -> RecordedRuns.resume(run.info().orElseThrow(), run.folder()));
        withSeed = launch(
                Messages.action_withSeed,
                Messages.action_withSeedTip,
                "seed",
                run -> RecordedRuns.withSeed(run.info().orElseThrow()));
        refresh.setActionDefinitionId("org.eclipse.ui.file.refresh");
        copy.setActionDefinitionId("org.eclipse.ui.edit.copy");
        addTo(bars.getToolBarManager());
        addTo(bars.getMenuManager());
        bars.setGlobalActionHandler(ActionFactory.REFRESH.getId(), refresh);
        bars.setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
        bars.updateActionBars();
    }

    private IAction launch(String text, String tip, String icon, Consumer<RunSnapshot> action) {
        return new ViewAction(
                IAction.AS_PUSH_BUTTON,
                text,
                tip,
                icon,
                () -> view.selected().map(RunRow::run).ifPresent(action));
    }

    private void addTo(IContributionManager manager) {
        manager.add(again);
        manager.add(resume);
        manager.add(withSeed);
        manager.add(new Separator());
        manager.add(openModel);
        manager.add(openFolder);
        manager.add(refresh);
    }

    void addContextMenu(TableViewer viewer) {
        MenuManager manager = new MenuManager();
        manager.add(again);
        manager.add(resume);
        manager.add(withSeed);
        manager.add(new Separator());
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
        Optional<RunSnapshot> recorded =
                view.selected().map(RunRow::run).filter(run -> run.info().isPresent());
        again.setEnabled(recorded.isPresent());
        withSeed.setEnabled(recorded.isPresent());
        resume.setEnabled(recorded.filter(run -> run.outcome() != Outcome.RUNNING)
                .filter(run -> Files.exists(run.folder().resolve(CHECKPOINT)))
                .isPresent());
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
