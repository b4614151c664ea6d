package org.backprop.views;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.views.export.ChartExport;
import org.backprop.views.export.ExportAction;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.actions.ActionFactory;

/** The actions of a view, in the order in which they are added: in the toolbar, the view menu and context menus. */
public final class ViewActions {
    /** For actions that are always possible. */
    public static final BooleanSupplier ALWAYS = () -> true;

    private static final BooleanSupplier NEVER = () -> false;

    private final IActionBars bars;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * @param action null for a separator
     * @param everywhere false if it is in the view menu only
     */
    private record Entry(IAction action, BooleanSupplier enabled, BooleanSupplier checked, boolean everywhere) {}

    public ViewActions(IActionBars bars) {
        this.bars = bars;
    }

    /** Adds a button. */
    public ViewActions push(String text, String tip, String icon, BooleanSupplier enabled, Runnable run) {
        return add(new ViewAction(IAction.AS_PUSH_BUTTON, text, tip, icon, run), enabled, NEVER);
    }

    /** Adds a button that stays pressed; {@code run} changes what {@code checked} says. */
    public ViewActions check(
            String text, String tip, String icon, BooleanSupplier enabled, BooleanSupplier checked, Runnable run) {
        return add(new ViewAction(IAction.AS_CHECK_BOX, text, tip, icon, run), enabled, checked);
    }

    /**
     * Adds the buttons that pin the run and link the view with the editor, and to the view menu the one that opens another
     * instance of the view.
     *
     * @param shown the run that is shown, or null
     */
    public ViewActions pin(RunPin pin, Supplier<RunSnapshot> shown) {
        return pinAll(
                pin, () -> shown.get() == null ? List.of() : List.of(shown.get().folder()));
    }

    /**
     * The same for a view that shows several runs.
     *
     * @param shown folders of the runs that are shown
     */
    public ViewActions pinAll(RunPin pin, Supplier<List<Path>> shown) {
        check(
                Messages.action_pin,
                Messages.action_pinTip,
                "pin",
                () -> pin.isPinned() || !shown.get().isEmpty(),
                pin::isPinned,
                () -> pin.pin(pin.isPinned() ? List.of() : shown.get()));
        check(Messages.action_link, Messages.action_linkTip, "link", ALWAYS, pin::isLinked, () -> {
            pin.setLinked(!pin.isLinked());
            update();
        });
        IAction second = new ViewAction(
                IAction.AS_PUSH_BUTTON, Messages.action_new, Messages.action_newTip, "new_view", pin::openSecondView);
        entries.add(new Entry(second, ALWAYS, NEVER, false));
        return this;
    }

    /**
     * Adds the button with a menu that saves the view's picture or numbers.
     *
     * @param enabled whether there is something to save
     */
    public ViewActions export(ChartExport export, BooleanSupplier enabled) {
        return add(new ExportAction(export), enabled, NEVER);
    }

    /** Adds the button that copies the view's numbers, bound to the platform's Copy. */
    public ViewActions copy(String text, String tip, Control control, BooleanSupplier enabled, Supplier<String> table) {
        IAction copy =
                new ViewAction(IAction.AS_PUSH_BUTTON, text, tip, "copy", () -> TextCopy.of(control, table.get()));
        copy.setActionDefinitionId("org.eclipse.ui.edit.copy");
        bars.setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
        return add(copy, enabled, NEVER);
    }

    public ViewActions separator() {
        return add(null, ALWAYS, NEVER);
    }

    private ViewActions add(IAction action, BooleanSupplier enabled, BooleanSupplier checked) {
        entries.add(new Entry(action, enabled, checked, true));
        return this;
    }

    /** Fills the toolbar and the view menu. */
    public ViewActions fillBars() {
        addTo(bars.getToolBarManager(), false);
        addTo(bars.getMenuManager(), true);
        bars.updateActionBars();
        update();
        return this;
    }

    private void addTo(IContributionManager manager, boolean all) {
        for (Entry entry : entries) {
            if (entry.action() == null) {
                manager.add(new Separator());
            } else if (all || entry.everywhere()) {
                manager.add(entry.action());
            }
        }
    }

    /** Gives controls a context menu. */
    public void addContextMenu(Control... controls) {
        MenuManager manager = new MenuManager();
        addTo(manager, false);
        for (Control control : controls) {
            control.setMenu(manager.createContextMenu(control));
        }
    }

    /** Gives a table a context menu that other plug-ins can add to; its selection enables the actions. */
    public void addContextMenu(IWorkbenchPartSite site, TableViewer viewer) {
        MenuManager manager = new MenuManager();
        addTo(manager, false);
        manager.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        viewer.getTable().setMenu(manager.createContextMenu(viewer.getTable()));
        site.registerContextMenu(manager, viewer);
        viewer.addSelectionChangedListener(event -> update());
    }

    /** Makes checks and enablement agree with the view. */
    public void update() {
        for (Entry entry : entries) {
            if (entry.action() != null) {
                entry.action().setEnabled(entry.enabled().getAsBoolean());
                entry.action().setChecked(entry.checked().getAsBoolean());
            }
        }
    }
}
