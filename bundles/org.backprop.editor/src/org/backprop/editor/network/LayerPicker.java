package org.backprop.editor.network;

import java.util.function.Consumer;

import org.backprop.model.TypeInfo;
import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;

/** Asks for a type of layer: type a part of its name or of what it does, Enter takes the selected one. */
public final class LayerPicker extends PopupDialog {
    private static final int WIDTH = 460;
    private static final int ROWS = 12;

    private final Point place;
    private final Consumer<TypeInfo> picked;
    private Text filter;
    private TypeTable types;
    private Table table;

    /**
     * A picker.
     *
     * @param place its upper left corner on the display
     * @param picked gets the type
     */
    public LayerPicker(Shell parent, Point place, Consumer<TypeInfo> picked) {
        super(
                parent,
                INFOPOPUP_SHELLSTYLE,
                true,
                false,
                false,
                false,
                false,
                Messages.picker_title,
                Messages.picker_info);
        this.place = place;
        this.picked = picked;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        area.setLayout(new GridLayout());
        filter = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH);
        filter.setMessage(Messages.picker_hint);
        filter.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        types = new TypeTable(area, type -> type.key() + "  \u2013  " + type.doc());
        table = types.control();
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = ROWS * table.getItemHeight();
        data.widthHint = WIDTH;
        table.setLayoutData(data);
        filter.addListener(SWT.Modify, event -> fill());
        filter.addListener(SWT.KeyDown, this::step);
        filter.addListener(SWT.DefaultSelection, event -> pick());
        table.addListener(SWT.DefaultSelection, event -> pick());
        fill();
        return area;
    }

    @Override
    protected Point getInitialLocation(Point size) {
        return place;
    }

    @Override
    protected Control getFocusControl() {
        return filter;
    }

    private void fill() {
        types.show(filter.getText());
        if (table.getItemCount() > 0) {
            table.setSelection(0);
        }
    }

    private void step(Event event) {
        int by = event.keyCode == SWT.ARROW_DOWN ? 1 : event.keyCode == SWT.ARROW_UP ? -1 : 0;
        if (by != 0 && table.getItemCount() > 0) {
            table.setSelection(Math.floorMod(table.getSelectionIndex() + by, table.getItemCount()));
            table.showSelection();
            event.doit = false;
        }
    }

    private void pick() {
        types.selected().ifPresent(type -> {
            close();
            picked.accept(type);
        });
    }
}
