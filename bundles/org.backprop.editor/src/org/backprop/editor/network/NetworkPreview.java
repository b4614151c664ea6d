package org.backprop.editor.network;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.backprop.editor.network.draw.DiagramPainter;
import org.backprop.editor.network.draw.DiagramPainter.Emphasis;
import org.backprop.editor.network.draw.GcPen;
import org.backprop.editor.network.draw.Hues;
import org.backprop.editor.network.draw.Viewport;
import org.backprop.editor.network.graph.Diagram;
import org.backprop.editor.network.graph.Layout;
import org.backprop.editor.network.graph.NetworkGraph;
import org.backprop.model.Analysis;
import org.backprop.model.ModelReader;
import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.LayerText;
import org.backprop.model.edit.ModelEdit;
import org.backprop.ui.refresh.Refresher;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** Shows the network of a text as a diagram that cannot be changed, blocks folded. It is as large as there is room, and scrolls where it could not be read. */
public final class NetworkPreview {
    private static final double MARGIN = 20;
    private static final double READABLE = 0.65;

    private final ScrolledComposite control;
    private final Canvas canvas;
    private final Font bold;
    private final double lineHeight;
    private final Layout layout;
    private final Refresher<Diagram> refresher;
    private volatile String text = "";
    private volatile Path folder;
    private Diagram diagram;

    /** Creates an empty preview. */
    public NetworkPreview(Composite parent) {
        control = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.BORDER);
        control.setExpandHorizontal(true);
        canvas = new Canvas(control, SWT.DOUBLE_BUFFERED);
        control.setContent(canvas);
        bold = FontDescriptor.createFrom(canvas.getFont()).setStyle(SWT.BOLD).createFont(canvas.getDisplay());
        GC gc = new GC(canvas);
        lineHeight = gc.getFontMetrics().getHeight();
        double nodeWidth = NetworkPage.NODE_CHARS * gc.getFontMetrics().getAverageCharacterWidth();
        layout = new Layout(nodeWidth, DiagramPainter.nodeHeight(lineHeight));
        gc.dispose();
        canvas.addPaintListener(event -> paint(event.gc));
        canvas.addListener(SWT.Resize, event -> fit());
        canvas.addDisposeListener(event -> bold.dispose());
        refresher = new Refresher<>(control, this::layOut, this::draw);
    }

    /** The control, to lay out. */
    public Composite control() {
        return control;
    }

    /** What is drawn; null before the first. */
    public Diagram diagram() {
        return diagram;
    }

    /**
     * Shows another text, a moment later.
     *
     * @param shown the text of a model file
     * @param parent what paths in it are relative to, null to leave the files alone
     */
    public void show(String shown, Path parent) {
        text = shown;
        folder = parent;
        refresher.restart();
    }

    private Diagram layOut() {
        try {
            Analysis analysis = ModelReader.read("preview.nn.yaml", folder, text, Map.of());
            List<LayerText> layers = ModelEdit.of(text).layers();
            var blocks = layers.stream().filter(LayerText::isBlock).map(LayerText::name);
            NetworkGraph graph = NetworkGraph.of(layers, analysis, blocks.collect(Collectors.toSet()));
            return layout.of(graph);
        } catch (EditRefusedException e) {
            return null;
        }
    }

    private void draw(Diagram next) {
        diagram = next;
        control.setOrigin(0, 0);
        fit();
        canvas.redraw();
    }

    private double scale() {
        double wide = canvas.getSize().x / (diagram.width() + 2 * MARGIN);
        double high = control.getClientArea().height / (diagram.height() + 2 * MARGIN);
        return Math.min(1, Math.min(wide, Math.max(high, READABLE)));
    }

    private void fit() {
        Point size = canvas.getSize();
        if (diagram != null && size.x > 0) {
            int height = (int) Math.ceil((diagram.height() + 2 * MARGIN) * scale());
            int needed = Math.max(height, control.getClientArea().height);
            if (size.y != needed) {
                canvas.setSize(size.x, needed);
            }
        }
    }

    private void paint(GC gc) {
        if (diagram == null) {
            return;
        }
        Rectangle area = canvas.getClientArea();
        Viewport view = Viewport.top(scale(), diagram.width(), area.width);
        Transform transform = new Transform(gc.getDevice());
        try {
            transform.scale((float) view.scale(), (float) view.scale());
            transform.translate((float) -view.left(), (float) -view.top());
            gc.setTransform(transform);
            DiagramPainter.paint(
                    diagram,
                    new GcPen(gc, canvas.getFont(), bold, view.scale()),
                    Hues.of(canvas, canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION)),
                    lineHeight,
                    view.visible(area.width, area.height),
                    Emphasis.NONE,
                    null);
            gc.setTransform(null);
        } finally {
            transform.dispose();
        }
    }
}
