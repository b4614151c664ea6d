package org.backprop.views.curves;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.backprop.core.runs.RunsSnapshot;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.views.Following;
import org.backprop.views.RunPin;
import org.backprop.views.RunView;
import org.backprop.views.ViewActions;
import org.backprop.views.export.ChartExport;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;

/** Loss and accuracy of the newest run while it trains, or of a run that the user pinned. */
public final class CurvesView extends RunView {
    /** Id of this view. */
    public static final String ID = "org.backprop.views.curves";

    private static final String LOGARITHMIC = "logarithmic";

    private boolean logarithmic;
    private CurvesPanel panel;
    private ViewActions actions;
    private Following<Wanted, Optional<Shown>> following;
    private RunSnapshot shown;

    /**
     * @param pinned folder of the run, or null for the newest
     * @param pixels width of the plot areas
     */
    private record Wanted(Path pinned, int pixels) {}

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        logarithmic = memento != null && Boolean.TRUE.equals(memento.getBoolean(LOGARITHMIC));
    }

    @Override
    public void saveState(IMemento memento) {
        super.saveState(memento);
        memento.putBoolean(LOGARITHMIC, logarithmic);
    }

    @Override
    public void createPartControl(Composite parent) {
        panel = new CurvesPanel(parent);
        actions = new ViewActions(getViewSite().getActionBars())
                .pin(pin(), () -> shown)
                .check(
                        Messages.action_log,
                        Messages.action_logTip,
                        "log",
                        ViewActions.ALWAYS,
                        () -> logarithmic,
                        this::toggleScale)
                .copy(
                        Messages.action_copy,
                        Messages.action_copyTip,
                        panel.control(),
                        () -> shown != null,
                        () -> CurvesTable.of(shown))
                .export(
                        new ChartExport(panel.control(), () -> shown.name() + "-curves", () -> CurvesTable.of(shown)),
                        () -> shown != null)
                .fillBars();
        actions.addContextMenu(Arrays.stream(panel.charts())
                .map(chart -> chart.control().getPlotArea().getControl())
                .toArray(Control[]::new));
        following = new Following<>(
                getSite(),
                panel.control(),
                () -> new Wanted(pin().folder(), panel.plotWidth()),
                CurvesView::project,
                this::show);
        pin().listen(getSite(), panel.control(), this::changed);
    }

    private static Optional<Shown> project(RunsSnapshot runs, Wanted wanted) {
        return RunPin.choose(runs, wanted.pinned()).map(run -> Shown.of(run, wanted.pixels()));
    }

    private void show(Optional<Shown> projection) {
        shown = projection.map(Shown::run).orElse(null);
        if (projection.isEmpty()) {
            panel.showText(pin().emptyText(Messages.empty_noRun));
        } else if (projection.get().isEmpty()) {
            panel.showText(NLS.bind(Messages.empty_noPoint, Title.of(projection.get())));
        } else {
            panel.show(projection.get(), logarithmic);
        }
        actions.update();
    }

    private void toggleScale() {
        logarithmic = !logarithmic;
        changed();
    }

    private void changed() {
        actions.update();
        following.restart();
    }

    @Override
    protected RunSnapshot run() {
        return shown;
    }

    @Override
    public void setFocus() {
        panel.control().setFocus();
    }
}
