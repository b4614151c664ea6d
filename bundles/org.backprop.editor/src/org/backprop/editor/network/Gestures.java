package org.backprop.editor.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.editor.network.draw.Viewport;
import org.backprop.editor.network.graph.Diagram.Box;
import org.backprop.editor.network.graph.Diagram.Wire;
import org.backprop.model.TypeInfo;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;

/** What the mouse does on the canvas: select, pan, zoom, move a layer onto a wire, pull a wire to a layer. */
final class Gestures {
    private static final double STEP = 1.1;
    private static final double PIXELS = 48;
    private static final double NEAR = 8;
    private static final double PORT = 12;

    private final NetworkCanvas canvas;
    private final NetworkActions actions;
    private Event pressed;
    private Box grabbed;
    private boolean pulling;
    private boolean dragging;
    private boolean overview;

    Gestures(NetworkCanvas canvas, NetworkActions actions) {
        this.canvas = canvas;
        this.actions = actions;
        canvas.addListener(SWT.MouseDown, this::down);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseUp, this::up);
        canvas.addListener(SWT.MouseDoubleClick, event -> doubleClick());
        canvas.addListener(SWT.MouseVerticalWheel, event -> wheel(event, false));
        canvas.addListener(SWT.MouseHorizontalWheel, event -> wheel(event, true));
        canvas.addListener(SWT.MouseHover, this::hover);
        LayerShelf.accept(canvas, this::draggedOver, this::dropped);
    }

    private void draggedOver(Point point) {
        canvas.target(point == null ? null : dropPlace(at(point)));
    }

    private void dropped(TypeInfo type, Point point) {
        switch (dropPlace(at(point))) {
            case Wire wire -> canvas.select(wire);
            case String node -> canvas.select(List.of(node));
            case null, default -> canvas.select(List.of());
        }
        actions.insert(type);
    }

    private static Event at(Point point) {
        Event event = new Event();
        event.x = point.x;
        event.y = point.y;
        return event;
    }

    /** The node or else the wire at a place, null for none. */
    private Object dropPlace(Event event) {
        Object node = boxAt(event).map(box -> (Object) box.node().name()).orElse(null);
        return node != null ? node : wireAt(event).orElse(null);
    }

    private Optional<Box> boxAt(Event event) {
        Viewport view = canvas.viewport();
        return canvas.diagram() == null ? Optional.empty() : canvas.diagram().at(view.x(event.x), view.y(event.y));
    }

    private Optional<Wire> wireAt(Event event) {
        Viewport view = canvas.viewport();
        return canvas.diagram() == null
                ? Optional.empty()
                : canvas.diagram().wireAt(view.x(event.x), view.y(event.y), NEAR / view.scale());
    }

    private void down(Event event) {
        canvas.setFocus();
        if (event.button != 1 && event.button != 3) {
            return;
        }
        Optional<Rectangle> map = canvas.overview().place();
        overview = event.button == 1 && map.isPresent() && map.get().contains(event.x, event.y);
        if (overview) {
            lookAt(map.get(), event);
            return;
        }
        pressed = event.button == 1 ? event : null;
        grabbed = boxAt(event).orElse(null);
        pulling = grabbed != null && isAtPort(event, grabbed);
        if (grabbed != null) {
            selectBox(event, grabbed.node().name());
        } else if (event.button == 1 || canvas.selected().isEmpty()) {
            canvas.select(wireAt(event).orElse(null));
        }
    }

    /** Whether the mouse is near the middle of the lower edge, where the output leaves. */
    private boolean isAtPort(Event event, Box box) {
        Viewport view = canvas.viewport();
        double dx = view.x(event.x) - (box.area().x() + box.area().width() / 2);
        double dy = view.y(event.y) - (box.area().y() + box.area().height());
        return Math.hypot(dx, dy) <= PORT;
    }

    private void selectBox(Event event, String name) {
        List<String> names = new ArrayList<>(canvas.selected());
        boolean toggles = (event.stateMask & (SWT.MOD1 | SWT.SHIFT)) != 0;
        if (toggles && names.remove(name)) {
            canvas.select(names);
        } else if (toggles) {
            names.add(name);
            canvas.select(names);
        } else if (event.button == 1 || !names.contains(name)) {
            canvas.select(List.of(name));
        }
    }

    private void move(Event event) {
        if (overview) {
            canvas.overview().place().ifPresent(map -> lookAt(map, event));
            return;
        }
        if (pressed == null) {
            boolean port = boxAt(event).filter(box -> isAtPort(event, box)).isPresent();
            canvas.setCursor(port ? canvas.getDisplay().getSystemCursor(SWT.CURSOR_CROSS) : null);
            return;
        }
        dragging |= Math.hypot(event.x - pressed.x, event.y - pressed.y) > NEAR;
        if (!dragging) {
            return;
        }
        if (grabbed == null) {
            canvas.look(canvas.viewport().moved(pressed.x - event.x, pressed.y - event.y));
            pressed = event;
        } else if (pulling) {
            canvas.band(new double[] {pressed.x, pressed.y, event.x, event.y});
            canvas.target(boxAt(event).map(box -> box.node().name()).orElse(null));
        } else {
            canvas.setCursor(canvas.getDisplay().getSystemCursor(SWT.CURSOR_SIZEALL));
            canvas.target(wireAt(event).orElse(null));
        }
    }

    private void up(Event event) {
        boolean dropped = dragging && grabbed != null && pressed != null;
        Box box = grabbed;
        boolean pulled = pulling;
        pressed = null;
        grabbed = null;
        dragging = false;
        overview = false;
        canvas.band(null);
        canvas.target(null);
        canvas.setCursor(null);
        if (dropped && pulled) {
            boxAt(event)
                    .filter(target -> !target.equals(box))
                    .ifPresent(target ->
                            actions.connect(box.node().name(), target.node().name()));
        } else if (dropped) {
            wireAt(event).ifPresent(wire -> actions.moveOnto(box.node().name(), wire));
        }
    }

    private void doubleClick() {
        actions.open();
    }

    private void lookAt(Rectangle map, Event event) {
        Viewport small = canvas.overview().viewport(map);
        Rectangle area = canvas.getClientArea();
        double scale = canvas.viewport().scale();
        double x = small.x(event.x - map.x);
        double y = small.y(event.y - map.y);
        canvas.look(new Viewport(scale, x - area.width / scale / 2, y - area.height / scale / 2));
    }

    private void wheel(Event event, boolean horizontal) {
        if ((event.stateMask & SWT.MOD1) != 0) {
            canvas.look(canvas.viewport().zoomed(event.count > 0 ? STEP : 1 / STEP, event.x, event.y));
        } else {
            double by = -Math.signum(event.count) * PIXELS;
            boolean sideways = horizontal || (event.stateMask & SWT.SHIFT) != 0;
            canvas.look(canvas.viewport().moved(sideways ? by : 0, sideways ? 0 : by));
        }
        event.doit = false;
    }

    private void hover(Event event) {
        String text = boxAt(event)
                .map(box -> NodeText.of(box, canvas.tint()))
                .or(() -> wireAt(event).map(wire -> wire.source() + " \u2192 " + wire.target() + " " + wire.shape()))
                .orElse(null);
        canvas.setToolTipText(text == null ? null : text.replace("&", "&&"));
    }
}
