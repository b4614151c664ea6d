package org.backprop.views.diagnosis;

import java.nio.file.Path;
import java.util.Optional;

import org.backprop.core.diagnosis.DiagnosisMarkers;
import org.backprop.core.runs.RunsSnapshot;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.ui.UiIds;
import org.backprop.ui.help.HelpContexts;
import org.backprop.views.Following;
import org.backprop.views.RunContext;
import org.backprop.views.RunPin;
import org.backprop.views.RunView;
import org.backprop.views.ViewActions;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;

/** What is wrong with the newest run while it trains, or with a run that the user pinned: findings, evidence, what to do. */
public final class DiagnosisView extends RunView {
    /** Id of this view. */
    public static final String ID = UiIds.DIAGNOSIS_VIEW;

    private DiagnosisPanel panel;
    private ViewActions actions;
    private Following<Wanted, Optional<Shown>> following;
    private Shown shown;

    /**
     * @param pinned folder of the run, or null for the newest
     * @param selected the selected finding, or null
     * @param pixels width of the plot area
     */
    private record Wanted(Path pinned, Row.Key selected, int pixels) {}

    @Override
    public void createPartControl(Composite parent) {
        HelpContexts.setForView(parent, getSite().getId());
        panel = new DiagnosisPanel(parent);
        actions = new ViewActions(getViewSite().getActionBars())
                .pin(pin(), this::run)
                .push(
                        Messages.action_openModel,
                        Messages.action_openModelTip,
                        "model",
                        () -> shown != null,
                        this::openModel)
                .copy(
                        Messages.action_copy,
                        Messages.action_copyTip,
                        panel.control(),
                        () -> shown != null,
                        () -> FindingsText.of(shown))
                .fillBars();
        actions.addContextMenu(getSite(), panel.table().viewer());
        following = new Following<>(
                getSite(),
                panel.control(),
                () -> new Wanted(pin().folder(), selected(), panel.chart().plotWidth()),
                DiagnosisView::project,
                this::show);
        panel.table().viewer().addPostSelectionChangedListener(event -> following.refresh());
        panel.table().viewer().addDoubleClickListener(event -> openModel());
        pin().listen(getSite(), panel.control(), this::changed);
    }

    private static Optional<Shown> project(RunsSnapshot runs, Wanted wanted) {
        return RunPin.choose(runs, wanted.pinned()).map(run -> Shown.of(run, wanted.selected(), wanted.pixels()));
    }

    private Row.Key selected() {
        return panel.table().selected().stream().findFirst().map(Row::key).orElse(null);
    }

    private void show(Optional<Shown> projection) {
        shown = projection.orElse(null);
        if (projection.isEmpty()) {
            panel.showText(pin().emptyText(Messages.empty_noRun));
        } else {
            panel.show(shown);
        }
        actions.update();
    }

    @Override
    protected RunSnapshot run() {
        return shown == null ? null : shown.run();
    }

    private void changed() {
        actions.update();
        following.restart();
    }

    /** Opens the model file, at the line of the chosen finding if that is marked there. */
    private void openModel() {
        if (shown == null) {
            return;
        }
        try {
            Optional<IMarker> marker = shown.chosen().isEmpty()
                    ? Optional.empty()
                    : DiagnosisMarkers.find(shown.run(), shown.chosen().get().finding());
            if (marker.isPresent()) {
                IDE.openEditor(getSite().getPage(), marker.get());
            } else {
                RunContext.openModel(shown.run(), getSite().getPage());
            }
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    /** The panel, for tests. */
    DiagnosisPanel panel() {
        return panel;
    }

    @Override
    public void setFocus() {
        panel.setFocus();
    }
}
