package org.backprop.editor.dataimport;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** Pictures side by side, in as many rows as there is room for, each with a text below. */
final class PictureStrip extends Canvas {
    private static final int GAP = 8;
    private static final int SIDE = 64;

    /**
     * A picture.
     *
     * @param pixels what it looks like
     * @param label the text below
     */
    record Picture(ImageData pixels, String label) {}

    private List<Picture> pictures = List.of();
    private List<Image> images = List.of();

    PictureStrip(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.BORDER);
        addPaintListener(event -> paint(event.gc));
        addDisposeListener(event -> images.forEach(Image::dispose));
    }

    void show(List<Picture> shown) {
        images.forEach(Image::dispose);
        pictures = List.copyOf(shown);
        images = pictures.stream()
                .map(picture -> new Image(getDisplay(), picture.pixels()))
                .toList();
        redraw();
    }

    /** What is shown. */
    List<Picture> pictures() {
        return pictures;
    }

    private void paint(GC gc) {
        gc.setAntialias(SWT.ON);
        gc.setInterpolation(SWT.NONE);
        Rectangle area = getClientArea();
        int height = SIDE + gc.getFontMetrics().getHeight() + GAP;
        int columns = Math.max(1, (area.width - GAP) / (SIDE + GAP));
        for (int i = 0; i < images.size(); i++) {
            int x = GAP + i % columns * (SIDE + GAP);
            int y = GAP + i / columns * height;
            if (y + height > area.height) {
                return;
            }
            Rectangle bounds = images.get(i).getBounds();
            double scale = (double) SIDE / Math.max(bounds.width, bounds.height);
            int width = (int) Math.max(1, bounds.width * scale);
            int tall = (int) Math.max(1, bounds.height * scale);
            gc.drawImage(
                    images.get(i),
                    0,
                    0,
                    bounds.width,
                    bounds.height,
                    x + (SIDE - width) / 2,
                    y + (SIDE - tall) / 2,
                    width,
                    tall);
            String label = pictures.get(i).label();
            Point extent = gc.stringExtent(label);
            gc.drawString(label, x + Math.max(0, (SIDE - extent.x) / 2), y + SIDE, true);
        }
    }
}
