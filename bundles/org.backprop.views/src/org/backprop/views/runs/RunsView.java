package org.backprop.views.runs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.backprop.core.runs.RunService;
import org.backprop.core.runs.RunsSnapshot;
import org.backprop.views.Following;
import org.backprop.views.Pages;
import org.backprop.views.RunContext;
import org.backprop.views.RunFacts;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.statushandlers.StatusManager;

/** All runs of the workspace with their state and best values. Selecting one shows its curves. */
public final class RunsView extends ViewPart {
    /** Id of this view. */
    public static final String ID = "org.backprop.views.runs";

    private RunService runs;
    private RunsState state;
    private Pages pages;
    private RunsTable table;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        state = RunsState.restore(memento);
    }

    @Override
    public void saveState(IMemento memento) {
        table.state().save(memento);
    }

    @Override
    public void createPartControl(Composite parent) {
        runs = getSite().getService(RunService.class);
        pages = new Pages(parent);
        pages.showText(Messages.empty_noRun);
        table = new RunsTable(pages.control(), state);
        table.viewer().addDoubleClickListener(event -> openModel());
        getSite().setSelectionProvider(table.viewer());
        new RunsActions(this, getViewSite().getActionBars()).addContextMenu(table.viewer());
        new Following<>(getSite(), pages.control(), () -> "", (known, wanted) -> project(known), this::show);
    }

    private static List<RunRow> project(RunsSnapshot known) {
        Instant now = Instant.now();
        return known.runs().stream()
                .map(run -> new RunRow(run, RunFacts.of(run, now)))
                .toList();
    }

    private void show(List<RunRow> rows) {
        table.show(rows);
        if (rows.isEmpty()) {
            pages.showText(Messages.empty_noRun);
        } else {
            pages.show(table.control());
        }
    }

    /** Looks for run folders that other programs made or deleted. */
    void rescan() {
        runs.rescan();
    }

    Optional<RunRow> selected() {
        return Optional.ofNullable(
                (RunRow) table.viewer().getStructuredSelection().getFirstElement());
    }

    void openModel() {
        selected().ifPresent(row -> {
            try {
                RunContext.openModel(row.run(), getSite().getPage());
            } catch (PartInitException e) {
                StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
            }
        });
    }

    RunsTable table() {
        return table;
    }

    @Override
    public void setFocus() {
        pages.setFocus();
    }
}
