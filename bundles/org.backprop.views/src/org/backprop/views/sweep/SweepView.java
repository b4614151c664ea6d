package org.backprop.views.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.backprop.core.runs.SweepCommands;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.sweep.SweepCommand;
import org.backprop.runlog.sweep.SweepReading;
import org.backprop.runlog.sweep.SweepSnapshot;
import org.backprop.runlog.sweep.TrialState;
import org.backprop.ui.UiIds;
import org.backprop.ui.help.HelpContexts;
import org.backprop.views.Following;
import org.backprop.views.ViewActions;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.ShowInContext;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.statushandlers.StatusManager;

/** The trials of a sweep, their means over the seeds and their curves, while it runs and afterwards. */
public final class SweepView extends ViewPart implements IShowInTarget {
    /** Id of this view. */
    public static final String ID = UiIds.SWEEP_VIEW;

    private final SweepReading reading = new SweepReading();
    private SweepState state;
    private SweepPanel panel;
    private ViewActions actions;
    private Following<Wanted, ShownSweep> following;
    private Optional<SweepSnapshot> shown = Optional.empty();

    /** @param pixels width of the plot */
    private record Wanted(SweepState state, int pixels) {}

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        state = SweepState.restore(memento);
    }

    @Override
    public void saveState(IMemento memento) {
        state.save(memento);
    }

    @Override
    public void createPartControl(Composite parent) {
        HelpContexts.setForView(parent, getSite().getId());
        panel = new SweepPanel(parent, folder -> setState(state.withChosen(folder)));
        actions = SweepActions.of(this, getViewSite().getActionBars());
        actions.addContextMenu(getSite(), panel.trials().viewer());
        panel.trials().viewer().addDoubleClickListener(event -> openRun());
        getSite().setSelectionProvider(panel.trials().viewer());
        following = new Following<>(
                getSite(),
                panel.control(),
                () -> new Wanted(state, panel.chart().plotWidth()),
                (runs, wanted) -> ShownSweep.of(runs, reading, wanted.state(), wanted.pixels()),
                this::show);
    }

    private void show(ShownSweep projection) {
        shown = projection.sweep();
        panel.show(projection, state);
        actions.update();
    }

    SweepState state() {
        return state;
    }

    /** Changes what is shown. */
    void setState(SweepState newState) {
        state = newState;
        actions.update();
        following.restart();
    }

    /** The sweep that is shown; empty if there is none. */
    Optional<SweepSnapshot> sweep() {
        return shown;
    }

    /** The selected trials. */
    List<Row> selected() {
        return panel.trials().selected();
    }

    /** The selected trials that a command can reach. */
    List<Integer> reachable(SweepCommand.Kind kind) {
        boolean running =
                shown.filter(sweep -> sweep.outcome() == Outcome.RUNNING).isPresent();
        return selected().stream()
                .filter(row -> running && isFor(kind, row.row().state()))
                .map(Row::number)
                .toList();
    }

    private static boolean isFor(SweepCommand.Kind kind, TrialState trial) {
        return trial == TrialState.RUNNING || kind == SweepCommand.Kind.SKIP_TRIAL && trial == TrialState.WAITING;
    }

    /** Asks something for the selected trials. */
    void send(SweepCommand.Kind kind) {
        shown.ifPresent(sweep -> SweepCommands.send(sweep.folder(), kind, reachable(kind)));
    }

    /** Shows the first selected trial in the Curves view. */
    void openRun() {
        selected().stream().flatMap(row -> row.run().stream()).findFirst().ifPresent(this::openRun);
    }

    private void openRun(Path run) {
        try {
            IViewPart curves = getSite().getPage().showView(UiIds.CURVES_VIEW);
            if (curves instanceof IShowInTarget target) {
                target.show(new ShowInContext(run, new StructuredSelection(run)));
            }
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    /** Shows the sweep in a folder. */
    @Override
    public boolean show(ShowInContext context) {
        boolean folder = context.getInput() instanceof Path;
        if (folder) {
            setState(state.withChosen((Path) context.getInput()));
        }
        return folder;
    }

    /** The panel, for tests. */
    SweepPanel panel() {
        return panel;
    }

    @Override
    public void setFocus() {
        panel.setFocus();
    }
}
