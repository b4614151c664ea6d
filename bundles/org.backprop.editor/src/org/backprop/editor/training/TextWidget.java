package org.backprop.editor.training;

import org.backprop.model.ParameterInfo;
import org.backprop.model.edit.TypedValue;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** A value that is typed: it is put into the text with Enter or when the focus goes elsewhere; Esc forgets it. */
class TextWidget extends RowWidget {
    private Text text;
    private Combo combo;
    private boolean showing;

    TextWidget(FormHost host, FormToolkit toolkit, Composite parent, Row row) {
        super(host, toolkit, parent, row);
    }

    @Override
    Control create(Composite parent) {
        ParameterInfo parameter = row().field().parameter();
        if (!Labels.isChosen(parameter)) {
            text = toolkit.createText(parent, "", SWT.BORDER | SWT.SINGLE);
            text.setMessage(hint(parameter));
            listen(text);
            return text;
        }
        combo = choice(parent, SWT.DROP_DOWN);
        combo.setItems(parameter.choices().toArray(String[]::new));
        listen(combo);
        combo.addListener(SWT.Selection, event -> host.commit());
        return combo;
    }

    private static String hint(ParameterInfo parameter) {
        return parameter.defaultValue().orElse(parameter.required() ? Messages.required : "");
    }

    private void listen(Control control) {
        control.addListener(SWT.Modify, event -> {
            if (!showing) {
                host.type(row().field(), content());
            }
        });
        control.addListener(SWT.FocusOut, event -> host.commit());
        control.addListener(SWT.DefaultSelection, event -> host.commit());
        control.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ESC && host.forget()) {
                showValue();
            }
        });
    }

    private String content() {
        return text == null ? combo.getText() : text.getText();
    }

    @Override
    void showValue() {
        String value = host.typed(row().field());
        if (value == null) {
            value = row().field().given().map(TypedValue::typed).orElse("");
        }
        if (value.equals(content())) {
            return;
        }
        showing = true;
        if (text == null) {
            combo.setText(value);
        } else {
            text.setText(value);
        }
        showing = false;
    }
}
