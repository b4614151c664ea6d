package org.backprop.ui.theme;

import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;

/**
 * Colours of a chart. Background and text are those of the surrounding control, so that a chart looks like the view that
 * holds it in any theme; series colours come from the colour registry, where themes and the user can change them.
 *
 * @param background of the control
 * @param foreground of the control, for text and axes
 * @param grid between the two, for lines that must not compete with data
 * @param train training series
 * @param trainFaint the single training steps, behind their average
 * @param validation validation series
 */
public record ChartTheme(
        Color background, Color foreground, Color grid, Color train, Color trainFaint, Color validation) {
    /** Colour registry key of training series. */
    public static final String TRAIN = "org.backprop.ui.chart.train";
    /** Colour registry key of validation series. */
    public static final String VALIDATION = "org.backprop.ui.chart.validation";

    /** Reads the colours that hold for {@code control} now. */
    public static ChartTheme of(Control control) {
        ColorRegistry registry =
                PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
        Color background = control.getBackground();
        Color foreground = control.getForeground();
        Color train = registry.get(TRAIN);
        return new ChartTheme(
                background,
                foreground,
                mix(background, foreground, 0.16),
                train,
                mix(background, train, 0.35),
                registry.get(VALIDATION));
    }

    /** The colour that lies {@code share} (0 to 1) of the way from {@code from} to {@code to}. */
    public static Color mix(Color from, Color to, double share) {
        RGB a = from.getRGB();
        RGB b = to.getRGB();
        return new Color(
                channel(a.red, b.red, share), channel(a.green, b.green, share), channel(a.blue, b.blue, share));
    }

    private static int channel(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
