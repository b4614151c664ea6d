package org.backprop.editor.training;

import java.util.ArrayList;
import java.util.List;

import org.backprop.model.Family;
import org.backprop.model.ParameterInfo;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** Adds entries to a list of types. */
final class ListWidget extends RowWidget {
    private Combo combo;

    ListWidget(FormHost host, FormToolkit toolkit, Composite parent, Row row) {
        super(host, toolkit, parent, row);
    }

    @Override
    Control create(Composite parent) {
        ParameterInfo parameter = row().field().parameter();
        combo = choice(parent, SWT.READ_ONLY);
        List<String> words = new ArrayList<>();
        words.add(NLS.bind(
                Messages.add, Family.of(parameter.element()).orElseThrow().noun()));
        words.addAll(parameter.choices());
        combo.setItems(words.toArray(String[]::new));
        combo.setVisibleItemCount(20);
        combo.addListener(SWT.Selection, event -> add());
        return combo;
    }

    private void add() {
        Row now = row();
        String type = combo.getText();
        if (combo.getSelectionIndex() > 0) {
            host.edit(edit -> edit.add(now.path(), type));
        }
    }

    @Override
    void showValue() {
        combo.select(0);
    }
}
