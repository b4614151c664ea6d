package org.backprop.editor.training;

import org.backprop.model.form.FormField;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** True or false, or whether a section is there. */
final class CheckWidget extends RowWidget {
    private Button button;

    CheckWidget(FormHost host, FormToolkit toolkit, Composite parent, Row row) {
        super(host, toolkit, parent, row);
    }

    @Override
    Control create(Composite parent) {
        button = toolkit.createButton(parent, "", SWT.CHECK);
        button.addListener(SWT.Selection, event -> toggle());
        return button;
    }

    private boolean isSwitch() {
        return row().kind() == Row.Kind.SWITCH;
    }

    private void toggle() {
        Row now = row();
        boolean on = button.getSelection();
        if (!isSwitch()) {
            host.edit(edit -> edit.set(now.path(), Boolean.toString(on)));
        } else if (on) {
            host.edit(edit -> edit.set(now.path(), "{}"));
        } else {
            reset();
        }
    }

    @Override
    boolean isResettable() {
        return !isSwitch() && super.isResettable();
    }

    @Override
    void showValue() {
        FormField field = row().field();
        button.setSelection(
                isSwitch()
                        ? field.given().isPresent()
                        : field.given()
                                .flatMap(value -> value.word())
                                .or(() -> field.parameter().defaultValue())
                                .map(word -> word.equalsIgnoreCase("true"))
                                .orElse(false));
    }
}
