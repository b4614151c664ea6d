package org.backprop.editor.network;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.backprop.editor.network.draw.DiagramPainter;
import org.backprop.editor.network.draw.DiagramPainter.Emphasis;
import org.backprop.editor.network.draw.GcPen;
import org.backprop.editor.network.draw.Hues;
import org.backprop.editor.network.draw.Tint;
import org.backprop.editor.network.draw.Viewport;
import org.backprop.editor.network.graph.Diagram;
import org.backprop.editor.network.graph.Diagram.Area;
import org.backprop.editor.network.graph.Diagram.Box;
import org.backprop.editor.network.graph.Diagram.Wire;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** Shows a diagram: a viewport on it, what is selected in it, and an overview in a corner. */
public final class NetworkCanvas extends Canvas {
    private final Font bold;
    private final int lineHeight;
    private final Runnable selectionChanged;
    private final Overview overview;
    private Diagram diagram;
    private Tint tint;
    private Set<String> changing = Set.of();
    private boolean faded;
    private Viewport home;
    private Viewport viewport;
    private final Set<String> selected = new LinkedHashSet<>();
    private Wire wire;
    private Object target;
    private double[] band;

    NetworkCanvas(Composite parent, Runnable selectionChanged) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        this.selectionChanged = selectionChanged;
        bold = FontDescriptor.createFrom(getFont()).setStyle(SWT.BOLD).createFont(getDisplay());
        GC gc = new GC(this);
        lineHeight = gc.getFontMetrics().getHeight();
        gc.dispose();
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.Resize, event -> resized());
        addDisposeListener(event -> bold.dispose());
        overview = new Overview(this);
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = primary().map(box -> NodeText.of(box, tint)).orElse(Messages.canvas_name);
            }
        });
    }

    /** The window has another size: what has not been moved or zoomed since it was shown fills it again. */
    private void resized() {
        if (viewport == home && diagram != null) {
            home();
        }
    }

    /** Height of a line of text in points. */
    int lineHeight() {
        return lineHeight;
    }

    /** What is drawn; null before the first. */
    public Diagram diagram() {
        return diagram;
    }

    /** Draws a diagram. */
    void show(Diagram shown) {
        diagram = shown;
        faded = false;
        changing = Set.of();
        selected.removeIf(name -> shown.box(name).isEmpty());
        wire = wire == null
                ? null
                : shown.wires().stream()
                        .filter(other -> other.source().equals(wire.source())
                                && other.target().equals(wire.target()))
                        .findFirst()
                        .orElse(null);
        if (viewport == null) {
            home();
        }
        redraw();
    }

    /** Colours the nodes by something measured; null for the kinds of layers. */
    void tint(Tint measured) {
        tint = measured;
        redraw();
    }

    /** What the nodes are coloured by; null for the kinds of layers. */
    public Tint tint() {
        return tint;
    }

    /** Draws nodes faintly until the next diagram, because an edit of them is under way. */
    void changing(Collection<String> names) {
        changing = Set.copyOf(names);
        redraw();
    }

    /** Draws what is shown in grey, because it is not what the text says. */
    void fade() {
        faded = true;
        redraw();
    }

    /** Whether what is shown is not up to date. */
    public boolean isFaded() {
        return faded;
    }

    Viewport viewport() {
        return viewport == null ? new Viewport(1, 0, 0) : viewport;
    }

    void look(Viewport next) {
        viewport = next;
        redraw();
    }

    /** Shows everything, or the upper end in life size if the network is too long for that. */
    void home() {
        Rectangle area = getClientArea();
        if (area.isEmpty() || diagram == null) {
            return;
        }
        Viewport all = Viewport.fit(diagram.width(), diagram.height(), area.width, area.height);
        double readable = Math.min(1, area.width / (diagram.width() + 2 * lineHeight));
        look(all.scale() >= Math.min(0.6, readable) ? all : Viewport.top(readable, diagram.width(), area.width));
        home = viewport;
    }

    /** Shows everything. */
    public void fit() {
        Rectangle area = getClientArea();
        if (diagram != null && !area.isEmpty()) {
            look(Viewport.fit(diagram.width(), diagram.height(), area.width, area.height));
        }
    }

    void zoom(double factor) {
        Rectangle area = getClientArea();
        Optional<Area> around = primary().map(Box::area);
        double x = around.map(a ->
                        (a.x() + a.width() / 2 - viewport().left()) * viewport().scale())
                .orElse(area.width / 2.0);
        double y = around.map(a ->
                        (a.y() + a.height() / 2 - viewport().top()) * viewport().scale())
                .orElse(area.height / 2.0);
        look(viewport().zoomed(factor, x, y));
    }

    /** Names of the selected nodes, in the order of selection. */
    public Set<String> selected() {
        return selected;
    }

    /** The selected wire, null for none. */
    Wire wire() {
        return wire;
    }

    /** The box of the node selected last. */
    Optional<Box> primary() {
        return selected.isEmpty() || diagram == null
                ? Optional.empty()
                : diagram.box(new LinkedHashSet<>(selected).getLast());
    }

    /** Selects nodes and shows the last one. */
    public void select(Collection<String> names) {
        boolean same = wire == null && selected.equals(Set.copyOf(names));
        wire = null;
        selected.clear();
        selected.addAll(names);
        primary().ifPresent(box -> reveal(box.area()));
        changed(same);
    }

    void select(Wire other) {
        boolean same = Objects.equals(wire, other) && selected.isEmpty();
        selected.clear();
        wire = other;
        changed(same);
    }

    private void changed(boolean same) {
        redraw();
        if (!same) {
            getAccessible().setFocus(org.eclipse.swt.accessibility.ACC.CHILDID_SELF);
            selectionChanged.run();
        }
    }

    private void reveal(Area area) {
        Rectangle window = getClientArea();
        if (viewport != null && !window.isEmpty()) {
            viewport = viewport.showing(area, window.width, window.height);
        }
    }

    /** Marks where something would be dropped: a wire, the name of a node, or null. */
    void target(Object drop) {
        if (!Objects.equals(target, drop)) {
            target = drop;
            redraw();
        }
    }

    /** The whole diagram in a corner. */
    Overview overview() {
        return overview;
    }

    /** Draws a line that is being pulled from a node, in pixels; null for none. */
    void band(double[] line) {
        band = line;
        redraw();
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setBackground(getBackground());
        gc.fillRectangle(area);
        if (diagram == null) {
            return;
        }
        Hues hues = Hues.of(this, selectionColor());
        Emphasis emphasis = new Emphasis(selected, wire, target, changing, faded);
        paint(gc, viewport(), area, emphasis, hues);
        if (band != null) {
            gc.setForeground(new Color(hues.selection()));
            gc.setLineWidth(2);
            gc.drawLine((int) band[0], (int) band[1], (int) band[2], (int) band[3]);
        }
        overview.paint(gc, emphasis, hues);
    }

    private Color selectionColor() {
        return getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION);
    }

    /** Draws what a viewport shows of the diagram. */
    void paint(GC gc, Viewport view, Rectangle area, Emphasis emphasis, Hues hues) {
        Transform transform = new Transform(getDisplay());
        try {
            transform.scale((float) view.scale(), (float) view.scale());
            transform.translate((float) -view.left(), (float) -view.top());
            gc.setTransform(transform);
            DiagramPainter.paint(
                    diagram,
                    new GcPen(gc, getFont(), bold, view.scale()),
                    hues,
                    lineHeight,
                    view.visible(area.width, area.height),
                    emphasis,
                    tint);
            gc.setTransform(null);
        } finally {
            transform.dispose();
        }
    }
}
