package org.backprop.views.export;

import org.backprop.views.Images;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;

/** Saves a picture: a click in the format of the file's name, the menu in one format each. */
public final class ExportAction extends Action implements IMenuCreator {
    private final ChartExport export;
    private Menu menu;

    public ExportAction(ChartExport export) {
        super(Messages.action_export, AS_DROP_DOWN_MENU);
        this.export = export;
        setToolTipText(Messages.action_exportTip);
        setImageDescriptor(Images.icon("export"));
        setMenuCreator(this);
    }

    @Override
    public void run() {
        export.ask(
                export.isDrawing() ? ExportFormat.values() : new ExportFormat[] {ExportFormat.PNG, ExportFormat.CSV});
    }

    @Override
    public Menu getMenu(Control parent) {
        return filled(new Menu(parent));
    }

    @Override
    public Menu getMenu(Menu parent) {
        return filled(new Menu(parent));
    }

    private Menu filled(Menu created) {
        dispose();
        menu = created;
        for (ExportFormat format : ExportFormat.values()) {
            Action action = new Action(format.title() + "...") {
                @Override
                public void run() {
                    export.ask(format);
                }
            };
            action.setEnabled(format != ExportFormat.SVG || export.isDrawing());
            new ActionContributionItem(action).fill(menu, -1);
        }
        return menu;
    }

    @Override
    public void dispose() {
        if (menu != null && !menu.isDisposed()) {
            menu.dispose();
        }
    }
}
