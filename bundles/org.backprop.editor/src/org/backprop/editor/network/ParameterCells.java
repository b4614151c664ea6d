package org.backprop.editor.network;

import java.util.List;

import org.backprop.editor.EditorImages;
import org.backprop.model.ParameterInfo;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.CheckboxCellEditor;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.views.properties.PropertyDescriptor;

/** The cell of a parameter in the Properties view: a check box, a list to choose from, or a field, as its kind asks for. */
final class ParameterCells extends PropertyDescriptor {
    private final ParameterInfo parameter;

    ParameterCells(ParameterInfo parameter) {
        super(parameter.key(), parameter.key());
        this.parameter = parameter;
        setValidator(value -> ParameterCheck.problem(parameter, String.valueOf(value)));
    }

    @Override
    public CellEditor createPropertyEditor(Composite parent) {
        CellEditor editor = switch (parameter.kind()) {
            case BOOLEAN -> new CheckboxCellEditor(parent);
            case CHOICE -> list(parent, SWT.READ_ONLY);
            case PADDING, FAMILY -> list(parent, SWT.NONE);
            default -> new TextCellEditor(parent);
        };
        editor.setValidator(getValidator());
        return editor;
    }

    private CellEditor list(Composite parent, int style) {
        return parameter.choices().isEmpty()
                ? new TextCellEditor(parent)
                : new Words(parent, parameter.choices(), style);
    }

    /** What the cell shows beside its text: a check mark for what is true or false, else nothing. */
    Image image(Object value) {
        return parameter.kind() != ParameterInfo.Kind.BOOLEAN
                ? null
                : EditorImages.of(Boolean.TRUE.equals(value) ? "checked" : "unchecked");
    }

    /** A list of words whose value is the word, not its place in the list. */
    private static final class Words extends ComboBoxCellEditor {
        Words(Composite parent, List<String> words, int style) {
            super(parent, words.toArray(String[]::new), style);
            setActivationStyle(DROP_DOWN_ON_MOUSE_ACTIVATION);
        }

        private CCombo combo() {
            return (CCombo) getControl();
        }

        @Override
        protected Object doGetValue() {
            return combo().getText();
        }

        @Override
        protected void doSetValue(Object value) {
            combo().setText(String.valueOf(value));
        }
    }
}
