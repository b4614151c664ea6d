package org.backprop.editor.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backprop.editor.network.measure.MeasureMenu;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.actions.ActionFactory;

/** The actions of the page for its tool bar, its context menu and the menus of the workbench. */
final class NetworkCommands {
    private static final double STEP = 1.25;

    private final Map<String, IAction> global = new LinkedHashMap<>();
    private final List<IAction> tools;
    private final List<IAction> menu;
    private final MeasureMenu colors;

    NetworkCommands(NetworkPage page, NetworkCanvas canvas, NetworkActions actions) {
        global(ActionFactory.CUT, IWorkbenchCommandConstants.EDIT_CUT, Messages.cut, actions::cut);
        global(ActionFactory.COPY, IWorkbenchCommandConstants.EDIT_COPY, Messages.copy, actions::copy);
        global(ActionFactory.PASTE, IWorkbenchCommandConstants.EDIT_PASTE, Messages.paste, actions::paste);
        global(ActionFactory.DELETE, IWorkbenchCommandConstants.EDIT_DELETE, Messages.delete, actions::delete);
        global(
                ActionFactory.SELECT_ALL,
                IWorkbenchCommandConstants.EDIT_SELECT_ALL,
                Messages.select_all,
                actions::selectAll);
        global(ActionFactory.RENAME, IWorkbenchCommandConstants.FILE_RENAME, Messages.rename, actions::rename);
        global(
                ActionFactory.PRINT,
                IWorkbenchCommandConstants.FILE_PRINT,
                Messages.print,
                new Export(canvas, page)::print);
        global(
                ActionFactory.PROPERTIES,
                IWorkbenchCommandConstants.FILE_PROPERTIES,
                Messages.properties,
                page::showProperties);
        IAction insert = action(Messages.insert, "insert", page::openPalette);
        IAction fold = action(Messages.fold, null, actions::fold);
        IAction export = action(Messages.export, "export", page::export);
        colors = new MeasureMenu(() -> page.measuring().measure(), page::measure);
        tools = List.of(
                insert,
                action(Messages.zoom_in, "zoom-in", () -> canvas.zoom(STEP)),
                action(Messages.zoom_out, "zoom-out", () -> canvas.zoom(1 / STEP)),
                action(Messages.fit, "fit", canvas::fit),
                action(Messages.fold_all, "fold", actions::foldAll),
                colors,
                export);
        menu = List.of(
                insert,
                global.get(ActionFactory.RENAME.getId()),
                global.get(ActionFactory.PROPERTIES.getId()),
                action(Messages.duplicate, null, actions::duplicate),
                action(Messages.move_up, null, () -> actions.moveBy(-1)),
                action(Messages.move_down, null, () -> actions.moveBy(1)),
                fold,
                global.get(ActionFactory.CUT.getId()),
                global.get(ActionFactory.COPY.getId()),
                global.get(ActionFactory.PASTE.getId()),
                global.get(ActionFactory.DELETE.getId()),
                action(Messages.show_source, null, page::showSelectionInSource),
                export);
    }

    private void global(ActionFactory factory, String command, String text, Runnable run) {
        IAction action = action(text, null, run);
        action.setActionDefinitionId(command);
        global.put(factory.getId(), action);
    }

    private static IAction action(String text, String icon, Runnable run) {
        Action action = new Action(text) {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setToolTipText(text.replaceAll("[&\t].*$|&", ""));
        if (icon != null) {
            action.setToolTipText(text.replace("&", "").replace('\t', ' '));
            action.setImageDescriptor(
                    ImageDescriptor.createFromURL(NetworkCommands.class.getResource("/icons/" + icon + ".svg")));
        }
        return action;
    }

    /** The action for an id of the workbench, or null. */
    IAction global(String id) {
        return global.get(id);
    }

    void fill(ToolBarManager bar) {
        tools.forEach(bar::add);
    }

    void fill(IMenuManager manager) {
        for (int i = 0; i < menu.size(); i++) {
            if (i == 1 || i == 7 || i == 11) {
                manager.add(new Separator());
            }
            manager.add(menu.get(i));
        }
        manager.add(colors.list());
    }
}
