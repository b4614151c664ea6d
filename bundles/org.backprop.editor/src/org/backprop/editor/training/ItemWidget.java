package org.backprop.editor.training;

import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;

/** An entry of a list of types, which can be moved and removed. */
final class ItemWidget extends ChoiceWidget {
    private Hyperlink up;
    private Hyperlink down;

    ItemWidget(FormHost host, FormToolkit toolkit, Composite parent, Row row) {
        super(host, toolkit, parent, row);
    }

    @Override
    String title(Row shown) {
        return NLS.bind(Messages.item, shown.index() + 1);
    }

    @Override
    void addLinks() {
        super.addLinks();
        up = link(Messages.up, Messages.up_hint, () -> move(row().index() - 1));
        down = link(Messages.down, Messages.down_hint, () -> move(row().index() + 2));
        link(Messages.remove, Messages.remove_hint, this::remove);
    }

    private void move(int to) {
        Row now = row();
        host.edit(edit -> edit.moveItem(now.field().path(), now.index(), to));
    }

    private void remove() {
        Row now = row();
        boolean last =
                now.field().items().size() == 1 && !now.field().parameter().required();
        List<String> path = last ? now.field().path() : now.path();
        host.edit(edit -> edit.remove(path));
    }

    @Override
    boolean isResettable() {
        return false;
    }

    @Override
    void showValue() {
        super.showValue();
        up.setVisible(row().index() > 0);
        down.setVisible(row().index() + 1 < row().field().items().size());
    }
}
