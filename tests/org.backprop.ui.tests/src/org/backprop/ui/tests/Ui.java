package org.backprop.ui.tests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.backprop.testkit.Conditions;
import org.backprop.views.RunView;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;

/** Drives the workbench from a test that runs on the UI thread. */
final class Ui {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Ui() {}

    /** Lets the user interface work until {@code condition} holds. */
    static void await(String description, BooleanSupplier condition) {
        Conditions.await(description, PATIENCE, () -> {
            Display display = Display.getCurrent();
            while (display.readAndDispatch()) {
                // until the queue is empty
            }
            return condition.getAsBoolean();
        });
    }

    static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }

    /** Shows the perspective with its initial layout. */
    static IWorkbenchPage perspective(String id) throws WorkbenchException {
        IWorkbenchPage page = PlatformUI.getWorkbench()
                .showPerspective(id, PlatformUI.getWorkbench().getActiveWorkbenchWindow());
        page.resetPerspective();
        return page;
    }

    /** Shows a view of runs that follows the newest one, whatever it was left with. */
    static RunView runView(String id) throws PartInitException {
        RunView view = (RunView) page().showView(id);
        view.pin().setLinked(false);
        view.pin().pin(List.of());
        return view;
    }

    /** The visible controls of a type below the window's shell. */
    static <T extends Control> List<T> visible(Class<T> type) {
        return visible(page().getWorkbenchWindow().getShell(), type);
    }

    /** The visible controls of a type below another. */
    static <T extends Control> List<T> visible(Control root, Class<T> type) {
        List<T> found = new ArrayList<>();
        collect(root, type, found);
        return found;
    }

    private static <T extends Control> void collect(Control control, Class<T> type, List<T> found) {
        if (!control.isVisible()) {
            return;
        }
        if (type.isInstance(control)) {
            found.add(type.cast(control));
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                collect(child, type, found);
            }
        }
    }

    /** The action in a view's toolbar whose text begins like that. */
    static IAction action(IViewPart view, String text) {
        return action(view.getViewSite().getActionBars().getToolBarManager(), text);
    }

    /** The action in a view's menu whose text begins like that. */
    static IAction menuAction(IViewPart view, String text) {
        return action(view.getViewSite().getActionBars().getMenuManager(), text);
    }

    private static IAction action(IContributionManager manager, String text) {
        return Arrays.stream(manager.getItems())
                .filter(ActionContributionItem.class::isInstance)
                .map(item -> ((ActionContributionItem) item).getAction())
                .filter(action -> action.getText().startsWith(text))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a visible label holds {@code text}. */
    static boolean shows(String text) {
        return visible(Label.class).stream().anyMatch(label -> label.getText().contains(text));
    }
}
