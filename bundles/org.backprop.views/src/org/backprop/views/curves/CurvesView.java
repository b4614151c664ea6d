package org.backprop.views.curves;

import java.nio.file.Path;
import java.util.Optional;

import org.backprop.core.runs.RunService;
import org.backprop.core.runs.RunsListener;
import org.backprop.core.runs.RunsSnapshot;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.ui.UiIds;
import org.backprop.ui.refresh.Refresher;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.ShowInContext;
import org.eclipse.ui.part.ViewPart;

/** Loss and accuracy of the newest run while it trains, or of a run that the user pinned. */
public final class CurvesView extends ViewPart implements IShowInTarget {
    /** Id of this view. */
    public static final String ID = "org.backprop.views.curves";

    private final RunsListener runsListener = snapshot -> refresh();
    private final ISelectionListener selectionListener = this::selectionChanged;
    private CurvesState state;
    private CurvesPanel panel;
    private CurvesActions actions;
    private RunService runs;
    private Refresher<Optional<Shown>> refresher;
    private volatile int pixels = 1;
    private RunSnapshot shown;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        state = CurvesState.restore(memento);
    }

    @Override
    public void saveState(IMemento memento) {
        state.save(memento);
    }

    @Override
    public void createPartControl(Composite parent) {
        runs = getSite().getService(RunService.class);
        panel = new CurvesPanel(parent);
        panel.control().addListener(SWT.Resize, event -> refresh());
        panel.control().addListener(SWT.Paint, event -> panel.adoptTheme());
        refresher = new Refresher<>(panel.control(), this::project, this::show);
        actions = new CurvesActions(this, getViewSite().getActionBars());
        actions.addContextMenu(panel);
        runs.addListener(runsListener);
        getSite().getPage().addSelectionListener(UiIds.RUNS_VIEW, selectionListener);
        refresher.refresh();
    }

    private Optional<Shown> project() {
        return Shown.of(runs.snapshot(), state.pinned(), pixels);
    }

    private void show(Optional<Shown> projection) {
        shown = projection.map(Shown::run).orElse(null);
        if (projection.isEmpty()) {
            panel.showText(state.pinned() == null ? Messages.empty_noRun : Messages.empty_pinnedGone);
        } else if (projection.get().isEmpty()) {
            panel.showText(NLS.bind(Messages.empty_noPoint, Title.of(projection.get())));
        } else {
            panel.show(projection.get(), state.logarithmic());
        }
        actions.update();
        int width = panel.plotWidth();
        if (width != pixels) {
            pixels = width;
            refresher.refresh();
        }
    }

    private void refresh() {
        refresher.refresh();
    }

    /** The run that is drawn, or null. */
    RunSnapshot shownRun() {
        return shown;
    }

    CurvesState state() {
        return state;
    }

    /** Changes what is shown. */
    void setState(CurvesState newState) {
        state = newState;
        actions.update();
        refresher.restart();
    }

    /** Pins the selected run. Selecting the newest one, or one that is gone meanwhile, means to follow the newest. */
    private void selectionChanged(IWorkbenchPart part, ISelection selection) {
        runFolder(selection).ifPresent(folder -> {
            RunsSnapshot now = runs.snapshot();
            boolean older = now.in(folder).isPresent() && !now.in(folder).equals(now.newest());
            setState(state.withPinned(older ? folder : null));
        });
    }

    private static Optional<Path> runFolder(ISelection selection) {
        return selection instanceof IStructuredSelection structured && structured.size() == 1
                ? Optional.ofNullable(Adapters.adapt(structured.getFirstElement(), Path.class))
                : Optional.empty();
    }

    @Override
    public boolean show(ShowInContext context) {
        Optional<Path> folder = runFolder(context.getSelection());
        folder.ifPresent(run -> setState(state.withPinned(run)));
        return folder.isPresent();
    }

    /** Puts the numbers of the curves on the clipboard. */
    void copyTable() {
        if (shown != null) {
            Clipboard clipboard = new Clipboard(getSite().getShell().getDisplay());
            clipboard.setContents(new Object[] {CurvesTable.of(shown)}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    /** The panel with the charts, for tests. */
    CurvesPanel panel() {
        return panel;
    }

    @Override
    public void setFocus() {
        panel.control().setFocus();
    }

    @Override
    public void dispose() {
        getSite().getPage().removeSelectionListener(UiIds.RUNS_VIEW, selectionListener);
        if (runs != null) {
            runs.removeListener(runsListener);
        }
        super.dispose();
    }
}
