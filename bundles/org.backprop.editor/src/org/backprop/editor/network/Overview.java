package org.backprop.editor.network;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.backprop.editor.network.draw.DiagramPainter.Emphasis;
import org.backprop.editor.network.draw.Hues;
import org.backprop.editor.network.draw.Tint;
import org.backprop.editor.network.draw.Viewport;
import org.backprop.editor.network.graph.Diagram;
import org.backprop.editor.network.graph.Diagram.Area;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;

/**
 * The whole diagram in a corner of the canvas. It is kept as an image, which is drawn anew when the diagram has changed: a moment
 * later, so that the canvas does not wait for it.
 */
final class Overview {
    private static final double SHARE = 0.16;
    private static final int LEAST_WIDTH = 56;
    private static final int LEAST_CANVAS = 240;
    private static final int GAP = 8;
    private static final int OPACITY = 225;

    private final NetworkCanvas canvas;
    private Image image;
    private Look drawn;
    private Look wanted;

    /** What the image depends on. */
    private record Look(Diagram diagram, Tint tint, int width, int height, boolean faded, Hues hues) {}

    Overview(NetworkCanvas canvas) {
        this.canvas = canvas;
        canvas.addDisposeListener(event -> forget());
    }

    private void forget() {
        if (image != null) {
            image.dispose();
            image = null;
        }
    }

    /** Where it is drawn, in pixels; empty if everything is seen anyway. */
    Optional<Rectangle> place() {
        Rectangle area = canvas.getClientArea();
        Diagram diagram = canvas.diagram();
        if (diagram == null || area.width < LEAST_CANVAS) {
            return Optional.empty();
        }
        Area seen = canvas.viewport().visible(area.width, area.height);
        boolean everything = seen.x() <= 0
                && seen.y() <= 0
                && seen.x() + seen.width() >= diagram.width()
                && seen.y() + seen.height() >= diagram.height();
        int width = (int) Math.max(LEAST_WIDTH, area.width * SHARE);
        int height = area.height / 2;
        return everything
                ? Optional.empty()
                : Optional.of(new Rectangle(area.width - width - GAP, area.height - height - GAP, width, height));
    }

    /** Its scale and the part of the diagram at its left upper corner. */
    Viewport viewport(Rectangle place) {
        return Viewport.fit(canvas.diagram().width(), canvas.diagram().height(), place.width, place.height);
    }

    void paint(GC gc, Emphasis emphasis, Hues hues) {
        place().ifPresent(place -> {
            want(new Look(canvas.diagram(), canvas.tint(), place.width, place.height, emphasis.faded(), hues));
            Viewport small = viewport(place);
            gc.setClipping(place);
            if (image != null) {
                gc.setAlpha(OPACITY);
                gc.drawImage(image, place.x, place.y);
                gc.setAlpha(255);
            }
            gc.setBackground(new Color(hues.selection()));
            for (String name : emphasis.selected()) {
                canvas.diagram().box(name).ifPresent(box -> gc.fillRectangle(pixels(box.area(), small, place)));
            }
            Rectangle area = canvas.getClientArea();
            gc.setForeground(new Color(hues.selection()));
            gc.setLineWidth(2);
            gc.drawRectangle(pixels(canvas.viewport().visible(area.width, area.height), small, place));
            gc.setForeground(new Color(hues.foreground()));
            gc.setLineWidth(1);
            gc.drawRectangle(place.x, place.y, place.width - 1, place.height - 1);
            gc.setClipping((Rectangle) null);
        });
    }

    private static Rectangle pixels(Area area, Viewport small, Rectangle place) {
        return new Rectangle(
                (int) (place.x + (area.x() - small.left()) * small.scale()),
                (int) (place.y + (area.y() - small.top()) * small.scale()),
                (int) Math.ceil(area.width() * small.scale()),
                (int) Math.ceil(area.height() * small.scale()));
    }

    private void want(Look look) {
        boolean waiting = !Objects.equals(wanted, drawn);
        wanted = look;
        if (!waiting && !look.equals(drawn)) {
            canvas.getDisplay().asyncExec(this::draw);
        }
    }

    private void draw() {
        if (canvas.isDisposed() || wanted.equals(drawn)) {
            return;
        }
        forget();
        drawn = wanted;
        Emphasis plain = new Emphasis(Set.of(), null, null, Set.of(), drawn.faded());
        image = new Image(
                canvas.getDisplay(),
                (gc, width, height) -> {
                    Rectangle all = new Rectangle(0, 0, width, height);
                    gc.setBackground(new Color(drawn.hues().background()));
                    gc.fillRectangle(all);
                    canvas.paint(gc, viewport(all), all, plain, drawn.hues());
                },
                drawn.width(),
                drawn.height());
        place().ifPresent(place -> canvas.redraw(place.x, place.y, place.width, place.height, false));
    }
}
