package org.backprop.e2e;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ISeries;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** The window of the IDE, usable from any thread. */
final class Workbench {
    private Workbench() {}

    static void showPerspective(String id) {
        inUi(() -> PlatformUI.getWorkbench().showPerspective(id, window()));
    }

    static String perspective() {
        return inUi(() -> page().getPerspective().getId());
    }

    static void showView(String id) {
        inUi(() -> page().showView(id));
    }

    /** Number of points of the longest series in any chart of the window; 0 if there is no chart with data. */
    static int longestCurve() {
        return inUi(() -> charts(window().getShell())
                .flatMap(chart -> Arrays.stream(chart.getSeriesSet().getSeries()))
                .mapToInt(Workbench::points)
                .max()
                .orElse(0));
    }

    private static int points(ISeries<?> series) {
        double[] steps = series.getXSeries();
        return steps == null ? 0 : steps.length;
    }

    private static Stream<Chart> charts(Control control) {
        if (control instanceof Chart chart) {
            return Stream.of(chart);
        }
        return control instanceof Composite composite
                ? Arrays.stream(composite.getChildren()).flatMap(Workbench::charts)
                : Stream.empty();
    }

    private static IWorkbenchPage page() {
        return window().getActivePage();
    }

    private static IWorkbenchWindow window() {
        IWorkbenchWindow active = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return active != null ? active : PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    private static <T> T inUi(Callable<T> action) {
        return Display.getDefault().syncCall(() -> {
            try {
                return action.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
