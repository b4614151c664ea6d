package org.backprop.views.svg;

import org.eclipse.swt.graphics.Rectangle;

/**
 * Something that is painted on the screen and can also draw itself as lines, shapes and text. A custom paint listener of a
 * chart implements it; a canvas has one as its data under {@link #KEY}. What does neither is left out of a drawing, and the user is told.
 */
@FunctionalInterface
public interface SvgPaint {
    /** Under which a control keeps it. */
    String KEY = SvgPaint.class.getName();

    /** Draws into {@code area}, which clips it. */
    void paint(Svg svg, Rectangle area);
}
