package org.backprop.editor.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.function.Function;

import org.backprop.editor.network.graph.Diagram;
import org.backprop.editor.network.graph.Diagram.Area;
import org.backprop.editor.network.graph.Diagram.Box;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** The keys of the canvas: arrows go along the wires, with Shift they extend the selection, with Alt they move the layer. */
final class Keys {
    private static final double STEP = 1.25;

    private final NetworkCanvas canvas;
    private final NetworkActions actions;
    private final Runnable palette;

    Keys(NetworkCanvas canvas, NetworkActions actions, Runnable palette) {
        this.canvas = canvas;
        this.actions = actions;
        this.palette = palette;
        canvas.addListener(SWT.KeyDown, this::pressed);
        canvas.addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
    }

    private void pressed(Event event) {
        boolean control = (event.stateMask & SWT.MOD1) != 0;
        boolean alt = (event.stateMask & SWT.MOD3) != 0;
        switch (event.keyCode) {
            case SWT.ARROW_DOWN -> vertical(event, alt, 1);
            case SWT.ARROW_UP -> vertical(event, alt, -1);
            case SWT.ARROW_LEFT -> sideways(event, -1);
            case SWT.ARROW_RIGHT -> sideways(event, 1);
            case SWT.HOME -> go(SequencedCollection::getFirst);
            case SWT.END -> go(SequencedCollection::getLast);
            case SWT.CR, SWT.KEYPAD_CR -> actions.open();
            case SWT.INSERT -> palette.run();
            case SWT.SPACE -> space(control);
            case SWT.KEYPAD_ADD -> canvas.zoom(STEP);
            case SWT.KEYPAD_SUBTRACT -> canvas.zoom(1 / STEP);
            default -> character(event, control);
        }
    }

    private void space(boolean control) {
        if (control) {
            palette.run();
        } else {
            actions.fold();
        }
    }

    private void character(Event event, boolean control) {
        switch (event.character) {
            case '+', '=' -> canvas.zoom(STEP);
            case '-' -> canvas.zoom(1 / STEP);
            case '0' -> canvas.fit();
            case '1' -> canvas.home();
            default -> {
                if (control && event.keyCode == 'd') {
                    actions.duplicate();
                }
            }
        }
    }

    private void vertical(Event event, boolean moves, int direction) {
        if (moves) {
            actions.moveBy(direction);
            return;
        }
        Optional<Box> from = canvas.primary();
        if (from.isEmpty()) {
            go(SequencedCollection::getFirst);
            return;
        }
        Diagram diagram = canvas.diagram();
        String name = from.get().node().name();
        diagram.wires().stream()
                .filter(wire -> (direction > 0 ? wire.source() : wire.target()).equals(name))
                .map(wire -> diagram.box(direction > 0 ? wire.target() : wire.source()))
                .flatMap(Optional::stream)
                .min(Comparator.comparingDouble(
                        box -> distance(box.area(), from.get().area())))
                .ifPresent(box -> go(event, box));
    }

    private static double distance(Area a, Area b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }

    private void sideways(Event event, int direction) {
        Optional<Box> from = canvas.primary();
        from.flatMap(box -> canvas.diagram().boxes().stream()
                        .filter(other ->
                                Math.signum(other.area().x() - box.area().x()) == direction)
                        .min(Comparator.comparingDouble(other -> distance(other.area(), box.area()))))
                .ifPresent(box -> go(event, box));
    }

    private void go(Event event, Box box) {
        List<String> names = new ArrayList<>();
        if ((event.stateMask & SWT.SHIFT) != 0) {
            names.addAll(canvas.selected());
            names.remove(box.node().name());
        }
        names.add(box.node().name());
        canvas.select(names);
    }

    private void go(Function<SequencedCollection<Box>, Box> choice) {
        if (canvas.diagram() != null) {
            canvas.select(List.of(choice.apply(canvas.diagram().boxes()).node().name()));
        }
    }
}
