package org.backprop.editor.training;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** The name of a section within a section. */
final class HeadingWidget extends RowWidget {

    HeadingWidget(FormHost host, FormToolkit toolkit, Composite parent, Row row) {
        super(host, toolkit, parent, row);
    }

    @Override
    Control create(Composite parent) {
        return toolkit.createLabel(parent, row().field().parameter().doc(), SWT.WRAP);
    }

    @Override
    void showValue() {}
}
