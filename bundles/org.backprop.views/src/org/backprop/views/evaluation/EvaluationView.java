package org.backprop.views.evaluation;

import java.util.Optional;

import org.backprop.core.evaluation.EvaluationChoice;
import org.backprop.core.evaluation.EvaluationJob;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.ui.UiIds;
import org.backprop.ui.help.HelpContexts;
import org.backprop.views.Following;
import org.backprop.views.RunView;
import org.backprop.views.ViewActions;
import org.backprop.views.export.ChartExport;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;

/** How good the network of a run is on a set, and on which samples it fails. */
public final class EvaluationView extends RunView {
    /** Id of this view. */
    public static final String ID = UiIds.EVALUATION_VIEW;

    private static final String SPLIT = "split";
    private static final String CHECKPOINT = "checkpoint";
    private static final String TAB = "tab";

    private final EvaluationProjection projection = new EvaluationProjection();
    private IMemento saved;
    private EvaluationPanel panel;
    private ViewActions actions;
    private Following<Wanted, Optional<ShownEvaluation>> following;
    private ShownEvaluation shown;
    private Cell cell;
    private volatile boolean evaluating;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        saved = memento;
    }

    @Override
    public void saveState(IMemento memento) {
        super.saveState(memento);
        memento.putString(SPLIT, panel.bar().split());
        memento.putString(CHECKPOINT, panel.bar().checkpoint());
        if (panel.tab() != null) {
            memento.putString(TAB, panel.tab());
        }
    }

    @Override
    public void createPartControl(Composite parent) {
        HelpContexts.setForView(parent, getSite().getId());
        panel = new EvaluationPanel(parent, this::changed, this::evaluate, this::select, () -> following.refresh());
        panel.bar().choose(text(SPLIT), text(CHECKPOINT));
        panel.setTab(text(TAB));
        actions = new ViewActions(getViewSite().getActionBars())
                .push(Messages.action_evaluate, Messages.action_evaluateTip, "again", this::canEvaluate, this::evaluate)
                .pin(pin(), this::run)
                .copy(
                        Messages.action_copy,
                        Messages.action_copyTip,
                        panel.control(),
                        this::isMeasured,
                        () -> EvaluationTable.of(shown))
                .export(
                        new ChartExport(
                                panel.control(),
                                () -> shown.facts().name() + "-evaluation",
                                () -> EvaluationTable.of(shown)),
                        this::isMeasured)
                .fillBars();
        following = new Following<>(getSite(), panel.control(), this::wanted, projection::of, this::show);
        pin().listen(getSite(), panel.control(), this::changed);
    }

    private String text(String key) {
        return saved == null ? null : saved.getString(key);
    }

    private Wanted wanted() {
        return new Wanted(pin().folder(), panel.bar().split(), panel.bar().checkpoint(), cell);
    }

    private boolean isMeasured() {
        return shown != null && shown.measured().isPresent();
    }

    private boolean canEvaluate() {
        return shown != null && shown.recorded().hasWeights() && !evaluating;
    }

    private void show(Optional<ShownEvaluation> found) {
        shown = found.orElse(null);
        if (found.isEmpty()) {
            panel.showText(pin().emptyText(Messages.empty_noRun));
        } else {
            panel.show(shown);
            panel.bar().setEnabled(canEvaluate());
        }
        actions.update();
    }

    private void select(Cell chosen) {
        cell = chosen;
        following.restart();
    }

    private void changed() {
        cell = null;
        actions.update();
        following.restart();
    }

    private void evaluate() {
        if (!canEvaluate()) {
            return;
        }
        EvaluationChoice choice = new EvaluationChoice(
                shown.run().folder(), panel.bar().split(), panel.bar().checkpoint());
        EvaluationJob job = new EvaluationJob(choice, shown.run().info());
        job.addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(IJobChangeEvent event) {
                evaluating = false;
                following.refresh();
            }
        });
        evaluating = true;
        panel.bar().setEnabled(false);
        actions.update();
        job.schedule();
    }

    @Override
    protected RunSnapshot run() {
        return shown == null ? null : shown.run();
    }

    @Override
    public void setFocus() {
        panel.setFocus();
    }
}
