package org.backprop.views.pruning;

import java.nio.file.Path;
import java.util.Optional;

import org.backprop.core.control.RunControls;
import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.ui.UiIds;
import org.backprop.ui.help.HelpContexts;
import org.backprop.views.Following;
import org.backprop.views.RunView;
import org.backprop.views.ViewActions;
import org.backprop.views.export.ChartExport;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;

/** Which weights of a run are pruned, what a threshold would prune, and how the weights are distributed, over time. */
public final class PruningView extends RunView {
    /** Id of this view. */
    public static final String ID = UiIds.PRUNING_VIEW;

    private static final String LOGARITHMIC = "logarithmic";

    private final PruningProjection projection = new PruningProjection();
    private boolean logarithmic;
    private PruningPanel panel;
    private Trimming trimming;
    private ViewActions actions;
    private Following<Wanted, Optional<ShownPruning>> following;
    private ShownPruning shown;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        logarithmic = memento == null || !Boolean.FALSE.equals(memento.getBoolean(LOGARITHMIC));
        trimming = new Trimming(Choice.restore(memento), site.getService(RunControls.class), () -> following.refresh());
    }

    @Override
    public void saveState(IMemento memento) {
        super.saveState(memento);
        memento.putBoolean(LOGARITHMIC, logarithmic);
        trimming.choice().save(memento);
    }

    @Override
    public void createPartControl(Composite parent) {
        HelpContexts.setForView(parent, getSite().getId());
        panel = new PruningPanel(parent, Catalogue.keys(Family.PRUNING), this::look, trimming::move, trimming);
        trimming.attach(panel);
        actions = new ViewActions(getViewSite().getActionBars())
                .pin(pin(), this::run)
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
                        () -> shown != null && !shown.isEmpty(),
                        () -> PruningTable.of(shown))
                .export(
                        new ChartExport(
                                panel.control(), () -> shown.run().name() + "-pruning", () -> PruningTable.of(shown)),
                        () -> shown != null && !shown.isEmpty())
                .fillBars();
        actions.addContextMenu(getSite(), panel.layers().viewer());
        following = new Following<>(getSite(), panel.control(), this::wanted, projection::of, this::show);
        pin().listen(getSite(), panel.control(), this::changed);
    }

    private Wanted wanted() {
        Point mask = panel.detail().mask().pixels();
        return new Wanted(
                pin().folder(),
                panel.layer(),
                panel.time().step(),
                panel.time().from(),
                logarithmic,
                panel.detail().mask().region(),
                mask.x,
                mask.y,
                panel.detail().plotWidth());
    }

    private void show(Optional<ShownPruning> found) {
        Path before = shown == null ? null : shown.run().folder();
        shown = found.orElse(null);
        if (found.isEmpty()) {
            panel.showText(pin().emptyText(Messages.empty_noRun));
        } else if (shown.isEmpty()) {
            panel.showText(NLS.bind(Messages.empty_noLayer, shown.facts().name()));
        } else {
            if (!shown.run().folder().equals(before)) {
                panel.time().reset();
                trimming.forget();
            }
            panel.show(shown);
            trimming.show(shown);
        }
        actions.update();
    }

    @Override
    protected RunSnapshot run() {
        return shown == null ? null : shown.run();
    }

    private void toggleScale() {
        logarithmic = !logarithmic;
        changed();
    }

    private void changed() {
        actions.update();
        following.restart();
    }

    /** Another layer, step, region or size is in sight. */
    private void look() {
        if (following != null) {
            following.restart();
        }
    }

    /** The panel, for tests. */
    PruningPanel panel() {
        return panel;
    }

    @Override
    public void setFocus() {
        panel.setFocus();
    }
}
