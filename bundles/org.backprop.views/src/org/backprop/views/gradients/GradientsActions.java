package org.backprop.views.gradients;

import org.backprop.views.ViewActions;
import org.backprop.views.export.ChartExport;
import org.eclipse.ui.IActionBars;

/** What can be done in the view, in the toolbar, the view menu and the context menus. */
final class GradientsActions {
    private GradientsActions() {}

    static ViewActions of(GradientsView view, IActionBars bars) {
        return new ViewActions(bars)
                .check(
                        Messages.action_heat,
                        Messages.action_heatTip,
                        "heatmap",
                        view::isDrawn,
                        () -> view.mode() == Mode.HEAT_MAP,
                        () -> view.toggle(Mode.HEAT_MAP))
                .check(
                        Messages.action_ridge,
                        Messages.action_ridgeTip,
                        "ridge",
                        view::isDrawn,
                        () -> view.mode() == Mode.RIDGE,
                        () -> view.toggle(Mode.RIDGE))
                .push(Messages.action_model, Messages.action_modelTip, "model", view::isDrawn, view::openModel)
                .separator()
                .copy(
                        Messages.action_copy,
                        Messages.action_copyTip,
                        view.panel().control(),
                        view::isDrawn,
                        () -> GradientsTable.of(view.shown()))
                .export(
                        new ChartExport(
                                view.panel().control(),
                                () -> view.run().name() + "-gradients",
                                () -> GradientsTable.of(view.shown())),
                        view::isDrawn)
                .pin(view.pin(), view::run)
                .fillBars();
    }
}
