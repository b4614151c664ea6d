package org.backprop.views.evaluation.attempt;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** Pen, eraser and where else inputs come from. */
final class AttemptButtons {
    private final Composite control;
    private final List<Button> forPictures;

    AttemptButtons(
            Composite parent,
            Consumer<Boolean> erase,
            Runnable clear,
            Runnable example,
            Runnable pick,
            Runnable reload) {
        control = new Composite(parent, SWT.NONE);
        RowLayout layout = new RowLayout();
        layout.center = true;
        layout.marginLeft = 0;
        control.setLayout(layout);
        Button pen = button(SWT.RADIO, Messages.button_pen, () -> erase.accept(false));
        pen.setSelection(true);
        Button eraser = button(SWT.RADIO, Messages.button_eraser, () -> erase.accept(true));
        eraser.setToolTipText(Messages.button_eraserTip);
        Button clearing = button(SWT.PUSH, Messages.button_clear, clear);
        clearing.setToolTipText(Messages.button_clearTip);
        button(SWT.PUSH, Messages.button_example, example).setToolTipText(Messages.button_exampleTip);
        button(SWT.PUSH, Messages.button_file, pick).setToolTipText(Messages.button_fileTip);
        button(SWT.PUSH, Messages.button_reload, reload).setToolTipText(Messages.button_reloadTip);
        forPictures = List.of(pen, eraser, clearing);
    }

    private Button button(int style, String text, Runnable pressed) {
        Button button = new Button(control, style);
        button.setText(text);
        button.addListener(SWT.Selection, event -> pressed.run());
        return button;
    }

    Composite control() {
        return control;
    }

    /** Shows the buttons for pictures, or those for tables alone. */
    void showFor(boolean pictures) {
        for (Button button : forPictures) {
            RowData data = new RowData();
            data.exclude = !pictures;
            button.setLayoutData(data);
            button.setVisible(pictures);
        }
        control.layout();
    }
}
