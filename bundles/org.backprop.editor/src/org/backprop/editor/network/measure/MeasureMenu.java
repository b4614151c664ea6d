package org.backprop.editor.network.measure;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;

/** The choice of what the nodes are coloured by: a button of the tool bar with a list. */
public final class MeasureMenu extends Action implements IMenuCreator {
    private final Supplier<Measure> chosen;
    private final Consumer<Measure> choose;
    private MenuManager shown;

    /**
     * A choice.
     *
     * @param chosen what is chosen now; null for the kinds of layers
     * @param choose gets what is chosen
     */
    public MeasureMenu(Supplier<Measure> chosen, Consumer<Measure> choose) {
        super(Messages.color_by, IAction.AS_DROP_DOWN_MENU);
        this.chosen = chosen;
        this.choose = choose;
        setToolTipText(Messages.color_by_tip);
        setImageDescriptor(ImageDescriptor.createFromURL(MeasureMenu.class.getResource("/icons/measure.svg")));
        setMenuCreator(this);
    }

    /** A click goes to the next choice. */
    @Override
    public void run() {
        choose.accept(Measure.next(chosen.get()));
    }

    /** The list, as a menu of its own. */
    public MenuManager list() {
        MenuManager manager = new MenuManager(Messages.color_by);
        manager.setRemoveAllWhenShown(true);
        manager.addMenuListener(this::fill);
        manager.add(new Separator());
        return manager;
    }

    private void fill(IMenuManager manager) {
        manager.add(choice(Messages.kinds, null));
        manager.add(new Separator());
        for (Measure measure : Measure.values()) {
            manager.add(choice(measure.title(), measure));
        }
    }

    private IAction choice(String title, Measure measure) {
        Action action = new Action(title, IAction.AS_RADIO_BUTTON) {
            @Override
            public void run() {
                if (isChecked()) {
                    choose.accept(measure);
                }
            }
        };
        action.setChecked(chosen.get() == measure);
        return action;
    }

    @Override
    public Menu getMenu(Control parent) {
        dispose();
        shown = list();
        return shown.createContextMenu(parent);
    }

    @Override
    public Menu getMenu(Menu parent) {
        return null;
    }

    @Override
    public void dispose() {
        if (shown != null) {
            shown.dispose();
            shown = null;
        }
    }
}
