package org.backprop.views.runs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.backprop.core.runs.RunService;
import org.backprop.core.runs.RunsListener;
import org.backprop.ui.refresh.Refresher;
import org.backprop.views.EmptyState;
import org.backprop.views.RunContext;
import org.backprop.views.RunFacts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
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

    private final RunsListener runsListener = snapshot -> refresh();
    private final StackLayout stack = new StackLayout();
    private RunService runs;
    private RunsState state;
    private Composite pages;
    private EmptyState empty;
    private RunsTable table;
    private Refresher<List<RunRow>> refresher;

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
        pages = new Composite(parent, SWT.NONE);
        pages.setLayout(stack);
        empty = new EmptyState(pages);
        empty.setText(Messages.empty_noRun);
        table = new RunsTable(pages, state);
        table.viewer().addDoubleClickListener(event -> openModel());
        stack.topControl = empty.control();
        getSite().setSelectionProvider(table.viewer());
        new RunsActions(this, getViewSite().getActionBars()).addContextMenu(table.viewer());
        refresher = new Refresher<>(pages, this::project, this::show);
        runs.addListener(runsListener);
        refresher.refresh();
    }

    private List<RunRow> project() {
        Instant now = Instant.now();
        return runs.snapshot().runs().stream()
                .map(run -> new RunRow(run, RunFacts.of(run, now)))
                .toList();
    }

    private void show(List<RunRow> rows) {
        table.show(rows);
        Composite top = rows.isEmpty() ? empty.control() : table.control();
        if (stack.topControl != top) {
            stack.topControl = top;
            pages.layout();
        }
    }

    /** Shows what is known now. */
    private void refresh() {
        refresher.refresh();
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
        stack.topControl.setFocus();
    }

    @Override
    public void dispose() {
        if (runs != null) {
            runs.removeListener(runsListener);
        }
        super.dispose();
    }
}
