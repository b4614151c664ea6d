package org.backprop.views.svg;

import org.backprop.views.svg.Svg.Anchor;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swtchart.Chart;

/**
 * A drawing of the charts and texts below a control, where they stand on the screen.
 *
 * @param text an SVG file
 * @param missing how many visible parts exist as pixels or as tables only and are left out
 */
public record PictureSvg(String text, int missing) {
    /** Draws what is visible. Call on the UI thread. */
    public static PictureSvg of(Control control) {
        Point size = control.getSize();
        Svg svg = new Svg(size.x, size.y);
        svg.fill(new Rectangle(0, 0, size.x, size.y), control.getBackground());
        int missing = draw(svg, control, control);
        return new PictureSvg(svg.toString(), missing);
    }

    /** Whether there is something below a control that can be drawn. */
    public static boolean isPossible(Control control) {
        if (!control.isVisible()) {
            return false;
        }
        if (control instanceof Chart || control.getData(SvgPaint.KEY) != null) {
            return true;
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                if (isPossible(child)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int draw(Svg svg, Control whole, Control part) {
        if (!part.isVisible()) {
            return 0;
        }
        Point at = part.getDisplay().map(part, whole, 0, 0);
        Point size = part.getSize();
        if (part instanceof Chart chart) {
            return ChartSvg.draw(svg, chart, at);
        }
        if (part.getData(SvgPaint.KEY) instanceof SvgPaint paint) {
            Rectangle area = new Rectangle(at.x, at.y, size.x, size.y);
            svg.beginClip(area);
            paint.paint(svg, area);
            svg.endClip();
            return 0;
        }
        if (part instanceof Label label) {
            double font = label.getFont().getFontData()[0].getHeight() * 96.0 / 72;
            svg.text(label.getText(), at.x, at.y + font, Anchor.START, font, 0, label.getForeground());
            return 0;
        }
        return children(svg, whole, part);
    }

    private static int children(Svg svg, Control whole, Control part) {
        int missing = 0;
        if (part instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                missing += draw(svg, whole, child);
            }
        }
        boolean pixels = part.getClass() == Canvas.class || part instanceof Table || part instanceof Tree;
        return missing + (pixels ? 1 : 0);
    }
}
