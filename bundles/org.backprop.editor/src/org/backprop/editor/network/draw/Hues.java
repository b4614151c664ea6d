package org.backprop.editor.network.draw;

import org.backprop.editor.network.graph.LayerKind;
import org.backprop.ui.theme.ChartTheme;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/**
 * Colours of a diagram: background and text of the control that holds it, a hue for each kind of layer, mixed with them so
 * that it can be read in any theme.
 *
 * @param background behind everything
 * @param foreground for text
 * @param selection around what is selected
 * @param measured of the greatest value that was measured
 */
public record Hues(RGB background, RGB foreground, RGB selection, RGB measured) {

    private static final double FAINT = 0.07;

    /** Marks errors. */
    public static final RGB ERROR = new RGB(214, 58, 58);
    /** Marks warnings. */
    public static final RGB WARNING = new RGB(214, 150, 20);

    /** The colours of a control. */
    public static Hues of(Control control, Color selection) {
        return new Hues(
                control.getBackground().getRGB(),
                control.getForeground().getRGB(),
                selection.getRGB(),
                ChartTheme.of(control).train().getRGB());
    }

    /** Black on white, for files. */
    public static Hues onPaper() {
        return new Hues(new RGB(255, 255, 255), new RGB(20, 22, 26), new RGB(40, 110, 200), new RGB(31, 105, 176));
    }

    /** Grey versions, for a diagram that is not up to date. */
    Hues faded() {
        RGB text = mix(background, foreground, 0.45);
        return new Hues(background, text, text, text);
    }

    /** The shade of something measured, from 0 for the least to 1 for the greatest. */
    public RGB shade(double value) {
        return mix(background, measured, FAINT + (1 - FAINT) * value);
    }

    /** The hue of a kind of layer. */
    static RGB of(LayerKind kind) {
        return switch (kind) {
            case INPUT -> new RGB(120, 126, 138);
            case DENSE -> new RGB(62, 124, 206);
            case CONVOLUTION -> new RGB(212, 122, 34);
            case POOLING -> new RGB(22, 150, 142);
            case RECURRENT -> new RGB(178, 74, 172);
            case ACTIVATION -> new RGB(76, 152, 62);
            case NORMALIZATION -> new RGB(176, 142, 22);
            case DROPOUT -> new RGB(204, 74, 84);
            case MERGE -> new RGB(126, 98, 208);
            case SHAPE -> new RGB(98, 124, 150);
        };
    }

    /** The colour that lies {@code share} (0 to 1) of the way from one to another. */
    static RGB mix(RGB from, RGB to, double share) {
        return new RGB(
                channel(from.red, to.red, share),
                channel(from.green, to.green, share),
                channel(from.blue, to.blue, share));
    }

    private static int channel(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
