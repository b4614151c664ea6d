package org.backprop.views.curves;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.views.ViewAction;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;

/** Pin, logarithmic scale and copy, in the toolbar, the view menu and the context menu. */
final class CurvesActions {
    private final CurvesView view;
    private final IAction pin;
    private final IAction logarithmic;
    private final IAction copy;

    CurvesActions(CurvesView view, IActionBars bars) {
        this.view = view;
        pin = new ViewAction(IAction.AS_CHECK_BOX, Messages.action_pin, Messages.action_pinTip, "pin", this::togglePin);
        logarithmic = new ViewAction(
                IAction.AS_CHECK_BOX,
                Messages.action_log,
                Messages.action_logTip,
                "log",
                () -> view.setState(view.state().withLogarithmic(!view.state().logarithmic())));
        copy = new ViewAction(
                IAction.AS_PUSH_BUTTON, Messages.action_copy, Messages.action_copyTip, "copy", view::copyTable);
        copy.setActionDefinitionId("org.eclipse.ui.edit.copy");
        addTo(bars.getToolBarManager());
        addTo(bars.getMenuManager());
        bars.setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
        bars.updateActionBars();
        update();
    }

    private void addTo(IContributionManager manager) {
        manager.add(pin);
        manager.add(logarithmic);
        manager.add(copy);
    }

    void addContextMenu(CurvesPanel panel) {
        MenuManager manager = new MenuManager();
        addTo(manager);
        for (CurveChart chart : panel.charts()) {
            Control plot = chart.control().getPlotArea().getControl();
            plot.setMenu(manager.createContextMenu(plot));
        }
    }

    private void togglePin() {
        RunSnapshot run = view.shownRun();
        boolean pinned = view.state().pinned() != null;
        view.setState(view.state().withPinned(pinned || run == null ? null : run.folder()));
    }

    /** Makes checks and enablement agree with the view. */
    void update() {
        boolean run = view.shownRun() != null;
        pin.setChecked(view.state().pinned() != null);
        pin.setEnabled(run || view.state().pinned() != null);
        logarithmic.setChecked(view.state().logarithmic());
        copy.setEnabled(run);
    }
}
