package org.backprop.views;

import java.util.function.Consumer;

import org.backprop.ui.theme.ChartTheme;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;

/** Tells a control's content about its colours, at first and whenever they have changed. */
public final class Themed {
    private final Control control;
    private final Consumer<ChartTheme> style;
    private ChartTheme theme;

    private Themed(Control control, Consumer<ChartTheme> style) {
        this.control = control;
        this.style = style;
    }

    /** Calls {@code style} now, and later when the control is painted in other colours. */
    public static void follow(Control control, Consumer<ChartTheme> style) {
        Themed themed = new Themed(control, style);
        themed.adopt();
        control.addListener(SWT.Paint, event -> themed.adopt());
    }

    private void adopt() {
        ChartTheme current = ChartTheme.of(control);
        if (!current.equals(theme)) {
            theme = current;
            style.accept(current);
        }
    }
}
