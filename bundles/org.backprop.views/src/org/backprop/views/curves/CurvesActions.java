package org.backprop.views.curves;

import java.util.List;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.views.ViewActions;
import org.backprop.views.export.ChartExport;
import org.eclipse.ui.IActionBars;

/** What can be done in the Curves view, in the toolbar, the view menu and the context menus. */
final class CurvesActions {
    private CurvesActions() {}

    static ViewActions of(CurvesView view, IActionBars bars) {
        ChartExport export = new ChartExport(
                view.panel().picture(),
                () -> view.shown().run().name() + "-curves",
                () -> CurvesTable.of(view.shown().runs(), view.shown().tags()));
        return new ViewActions(bars)
                .check(
                        Messages.action_choose,
                        Messages.action_chooseTip,
                        "choose",
                        ViewActions.ALWAYS,
                        () -> view.state().choosing(),
                        () -> view.set(now -> now.withChoosing(!now.choosing())))
                .check(
                        Messages.action_log,
                        Messages.action_logTip,
                        "log",
                        ViewActions.ALWAYS,
                        () -> view.state().logarithmic(),
                        () -> view.set(now -> now.withLogarithmic(!now.logarithmic())))
                .check(
                        Messages.action_extremes,
                        Messages.action_extremesTip,
                        "extremes",
                        ViewActions.ALWAYS,
                        () -> view.state().ignoreExtremes(),
                        () -> view.set(now -> now.withIgnoreExtremes(!now.ignoreExtremes())))
                .separator()
                .copy(
                        Messages.action_copy,
                        Messages.action_copyTip,
                        view.panel().control(),
                        () -> view.shown() != null,
                        () -> CurvesTable.withRemarks(view.shown()))
                .export(export, () -> view.shown() != null && !view.shown().isEmpty())
                .separator()
                .pinAll(
                        view.pin(),
                        () -> view.shown() == null
                                ? List.of()
                                : view.shown().runs().stream()
                                        .map(RunSnapshot::folder)
                                        .toList())
                .fillBars();
    }
}
