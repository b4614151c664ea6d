package org.backprop.views.dropout;

import org.backprop.views.ViewActions;
import org.backprop.views.export.ChartExport;
import org.eclipse.ui.IActionBars;

/** What can be done in the view, in the toolbar, the view menu and the context menus. */
final class DropoutActions {
    private DropoutActions() {}

    static ViewActions of(DropoutView view, IActionBars bars) {
        return new ViewActions(bars)
                .check(
                        Messages.action_freeze,
                        Messages.action_freezeTip,
                        "freeze",
                        view::canFreeze,
                        view::isFrozen,
                        view::toggleFrozen)
                .separator()
                .check(
                        Messages.action_units,
                        Messages.action_unitsTip,
                        "units",
                        view::isDrawn,
                        () -> view.mode() == Mode.UNITS,
                        () -> view.toggle(Mode.UNITS))
                .check(
                        Messages.action_coDrop,
                        Messages.action_coDropTip,
                        "codrop",
                        view::isDrawn,
                        () -> view.mode() == Mode.CO_DROP,
                        () -> view.toggle(Mode.CO_DROP))
                .push(Messages.action_all, Messages.action_allTip, "layers", view::isDrawn, view.panel()::chooseAll)
                .separator()
                .copy(
                        Messages.action_copy,
                        Messages.action_copyTip,
                        view.panel().control(),
                        view::isDrawn,
                        () -> DropoutTable.of(view.shown()))
                .export(
                        new ChartExport(
                                view.panel().control(),
                                () -> view.shown().run().name() + "-dropout",
                                () -> DropoutTable.of(view.shown())),
                        view::isDrawn)
                .pin(
                        view.pin(),
                        () -> view.shown() == null ? null : view.shown().run())
                .fillBars();
    }
}
