package org.backprop.views.compare;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.backprop.runlog.compare.ParallelAxis;
import org.backprop.ui.UiIds;
import org.backprop.ui.help.HelpContexts;
import org.backprop.views.Following;
import org.backprop.views.ViewActions;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.dialogs.ListSelectionDialog;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.statushandlers.StatusManager;

/** Several runs side by side: curves, metrics, differences of their configurations, parallel coordinates. */
public final class CompareView extends ViewPart {
    /** Id of this view. */
    public static final String ID = UiIds.COMPARE_VIEW;

    private CompareState state;
    private ComparePanel panel;
    private ViewActions actions;
    private Following<Wanted, Shown> following;
    private Shown shown;

    /** @param pixels width of the view */
    private record Wanted(CompareState state, int pixels) {}

    /**
     * Shows runs.
     *
     * @param folders their folders
     */
    public static void open(IWorkbenchPage page, List<Path> folders) {
        try {
            if (page.showView(ID) instanceof CompareView view) {
                view.setState(view.state.withFolders(folders));
            }
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        state = CompareState.restore(memento);
    }

    @Override
    public void saveState(IMemento memento) {
        state.save(memento);
    }

    @Override
    public void createPartControl(Composite parent) {
        HelpContexts.setForView(parent, getSite().getId());
        panel = new ComparePanel(
                parent, state.tab(), tag -> setState(state.withMetric(tag)), tab -> setState(state.withTab(tab)));
        actions = new ViewActions(getViewSite().getActionBars())
                .push(Messages.action_axes, Messages.action_axesTip, "parallel", this::hasAxes, this::chooseAxes)
                .push(
                        Messages.action_clear,
                        Messages.action_clearTip,
                        "refresh",
                        () -> panel.tab() == ComparePanel.PARALLEL,
                        () -> panel.parallel().clear())
                .check(
                        Messages.action_log,
                        Messages.action_logTip,
                        "log",
                        () -> panel.tab() == 0,
                        () -> state.logarithmic(),
                        () -> setState(state.withLogarithmic(!state.logarithmic())))
                .copy(
                        Messages.action_copy,
                        Messages.action_copyTip,
                        panel.control(),
                        () -> shown != null && shown.names().size() > 1,
                        () -> panel.text())
                .fillBars();
        actions.addContextMenu(
                panel.chart().control().getPlotArea().getControl(),
                panel.parallel().control());
        following = new Following<>(
                getSite(),
                panel.control(),
                () -> new Wanted(state, panel.width()),
                (runs, wanted) -> Shown.of(runs, wanted.state(), wanted.pixels()),
                this::show);
    }

    private void show(Shown projection) {
        shown = projection;
        panel.show(projection, state.logarithmic());
        actions.update();
    }

    private void setState(CompareState wanted) {
        state = wanted;
        actions.update();
        following.restart();
    }

    private boolean hasAxes() {
        return panel.tab() == ComparePanel.PARALLEL
                && shown != null
                && !shown.paths().isEmpty();
    }

    private void chooseAxes() {
        ListSelectionDialog dialog = ListSelectionDialog.of(shown.paths())
                .contentProvider(ArrayContentProvider.getInstance())
                .labelProvider(new LabelProvider())
                .message(Messages.axes_message)
                .title(Messages.axes_title)
                .preselect(shown.axes().stream().map(ParallelAxis::title).toArray())
                .create(getSite().getShell());
        if (dialog.open() == Window.OK) {
            setState(state.withAxes(
                    Arrays.stream(dialog.getResult()).map(String::valueOf).toList()));
        }
    }

    /** The panel, for tests. */
    ComparePanel panel() {
        return panel;
    }

    @Override
    public void setFocus() {
        panel.setFocus();
    }
}
