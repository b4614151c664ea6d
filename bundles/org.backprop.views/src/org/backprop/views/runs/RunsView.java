package org.backprop.views.runs;

import java.util.List;
import java.util.Optional;

import org.backprop.core.runs.RunService;
import org.backprop.core.runs.RunsSnapshot;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.ui.help.HelpContexts;
import org.backprop.views.Following;
import org.backprop.views.RunContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.statushandlers.StatusManager;

/** All runs with their state, best values and hyperparameters. Selecting one shows its curves. */
public final class RunsView extends ViewPart {
    /** Id of this view. */
    public static final String ID = "org.backprop.views.runs";

    private final RunsProjection projection = new RunsProjection();
    private RunService runs;
    private RunsState state;
    private RunsPanel panel;
    private RunsActions actions;
    private Following<RunsState, RunsProjection.Shown> following;
    private List<RunRow> all = List.of();

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        state = RunsState.restore(memento);
    }

    @Override
    public void saveState(IMemento memento) {
        arranged().save(memento);
    }

    @Override
    public void createPartControl(Composite parent) {
        HelpContexts.setForView(parent, getSite().getId());
        runs = getSite().getService(RunService.class);
        panel = new RunsPanel(
                parent,
                state.filter(),
                text -> setState(state.withFilter(text)),
                column -> setState(state.sortedBy(column)),
                group -> setState(state.toggled(group)));
        panel.table().setColumns(state);
        panel.table().control().addListener(SWT.DefaultSelection, event -> openModel());
        getSite().setSelectionProvider(panel.table());
        actions = new RunsActions(this, getViewSite().getActionBars());
        actions.addContextMenu(panel.table());
        RunFolderDrop.acceptOn(panel.control(), runs);
        following = new Following<>(getSite(), panel.control(), () -> state, this::project, this::show);
    }

    private RunsProjection.Shown project(RunsSnapshot known, RunsState wanted) {
        return projection.project(known, wanted);
    }

    private void show(RunsProjection.Shown shown) {
        all = shown.all();
        panel.show(shown);
        actions.update();
    }

    RunsState state() {
        return state;
    }

    /** Changes what is shown. */
    void setState(RunsState wanted) {
        state = wanted;
        panel.table().setColumns(state);
        actions.update();
        following.restart();
    }

    /** The state with the columns as the user arranged them. */
    RunsState arranged() {
        return state.withColumns(panel.table().order(), panel.table().widths());
    }

    RunService runs() {
        return runs;
    }

    /** All runs, the newest first. */
    List<RunSnapshot> all() {
        return all.stream().map(RunRow::run).toList();
    }

    /** The selected runs, in the order of the table. */
    List<RunSnapshot> selected() {
        return panel.table().selected().stream().map(RunRow::run).toList();
    }

    /** The selected run; empty if none or several are selected. */
    Optional<RunSnapshot> only() {
        List<RunSnapshot> selected = selected();
        return selected.size() == 1 ? Optional.of(selected.getFirst()) : Optional.empty();
    }

    void openModel() {
        only().ifPresent(run -> {
            try {
                RunContext.openModel(run, getSite().getPage());
            } catch (PartInitException e) {
                StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
            }
        });
    }

    RunsPanel panel() {
        return panel;
    }

    /** Runs may have come or gone while the user was elsewhere. */
    @Override
    public void setFocus() {
        panel.setFocus();
        runs.rescan();
    }
}
