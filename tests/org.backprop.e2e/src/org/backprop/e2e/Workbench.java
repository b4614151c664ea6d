package org.backprop.e2e;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ISeries;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.views.IViewDescriptor;

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

    /** Opens a file in its editor and shows each of its pages; the titles of the pages. */
    static List<String> showPagesOf(IFile file) {
        inUi(() -> IDE.openEditor(page(), file));
        return inUi(() -> controls(window().getShell())
                .filter(CTabFolder.class::isInstance)
                .map(CTabFolder.class::cast)
                .filter(folder -> (folder.getStyle() & SWT.BOTTOM) != 0 && folder.isVisible())
                .flatMap(folder -> Arrays.stream(folder.getItems()))
                .map(Workbench::show)
                .toList());
    }

    private static String show(CTabItem page) {
        page.getParent().setSelection(page);
        page.getParent().notifyListeners(SWT.Selection, new Event());
        return page.getText();
    }

    /** Shows every view whose id begins with a prefix; the ids of those that show an error instead. */
    static List<String> showViewsOf(String prefix) {
        return Stream.of(PlatformUI.getWorkbench().getViewRegistry().getViews())
                .map(IViewDescriptor::getId)
                .filter(id -> id.startsWith(prefix))
                .filter(id ->
                        !inUi(() -> page().showView(id)).getClass().getName().startsWith(prefix))
                .toList();
    }

    /** Number of points of the longest series in any chart of the window; 0 if there is no chart with data. */
    static int longestCurve() {
        return inUi(() -> controls(window().getShell())
                .filter(Chart.class::isInstance)
                .map(Chart.class::cast)
                .flatMap(chart -> Arrays.stream(chart.getSeriesSet().getSeries()))
                .mapToInt(Workbench::points)
                .max()
                .orElse(0));
    }

    private static int points(ISeries<?> series) {
        double[] steps = series.getXSeries();
        return steps == null ? 0 : steps.length;
    }

    private static Stream<Control> controls(Control control) {
        return control instanceof Composite composite
                ? Stream.concat(
                        Stream.of(control),
                        Arrays.stream(composite.getChildren()).flatMap(Workbench::controls))
                : Stream.of(control);
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
