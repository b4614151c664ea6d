package org.backprop.views.evaluation.attempt;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** The picture that the network gets, enlarged. */
final class Preview {
    private final Canvas canvas;
    private ImageData data;

    Preview(Composite parent) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.setToolTipText(Messages.preview_tip);
    }

    Canvas control() {
        return canvas;
    }

    void show(ImageData picture) {
        data = picture;
        canvas.redraw();
    }

    private void paint(GC gc) {
        if (data == null) {
            return;
        }
        Point size = canvas.getSize();
        double zoom = Math.min((double) size.x / data.width, (double) size.y / data.height);
        Image image = new Image(canvas.getDisplay(), data);
        gc.setInterpolation(SWT.NONE);
        gc.drawImage(image, 0, 0, data.width, data.height, 0, 0, (int) (data.width * zoom), (int) (data.height * zoom));
        image.dispose();
    }
}
