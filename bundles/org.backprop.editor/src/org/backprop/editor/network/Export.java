package org.backprop.editor.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.backprop.editor.network.draw.DiagramPainter;
import org.backprop.editor.network.draw.DiagramPainter.Emphasis;
import org.backprop.editor.network.draw.GcPen;
import org.backprop.editor.network.draw.Hues;
import org.backprop.editor.network.draw.SvgPen;
import org.backprop.editor.network.draw.Tint;
import org.backprop.editor.network.graph.Diagram;
import org.backprop.editor.network.graph.Diagram.Area;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.printing.PrintDialog;
import org.eclipse.swt.printing.Printer;
import org.eclipse.swt.printing.PrinterData;
import org.eclipse.swt.widgets.FileDialog;

/** Writes the whole diagram, black on white, into an SVG or PNG file, or prints it. */
public final class Export {
    private static final double MARGIN = 20;
    private static final int MOST_PIXELS = 16_000;

    private final NetworkCanvas canvas;
    private final NetworkPage page;

    Export(NetworkCanvas canvas, NetworkPage page) {
        this.canvas = canvas;
        this.page = page;
    }

    /** Asks for the file. */
    void ask() {
        if (canvas.diagram() == null) {
            return;
        }
        FileDialog dialog = new FileDialog(canvas.getShell(), SWT.SAVE);
        dialog.setText(Messages.export_title);
        dialog.setFilterExtensions(new String[] {"*.svg", "*.png"});
        dialog.setFileName(page.stem() + ".svg");
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            write(Path.of(chosen));
        }
    }

    private void write(Path file) {
        try {
            if (file.toString().endsWith(".png")) {
                Files.write(file, png(canvas, canvas.diagram(), canvas.lineHeight()));
            } else {
                Files.writeString(file, svg(canvas.diagram(), canvas.lineHeight(), canvas.tint()));
            }
            page.say(NLS.bind(Messages.exported, file));
        } catch (IOException e) {
            IStatus status = Status.error(String.valueOf(e.getMessage()), e);
            ErrorDialog.openError(canvas.getShell(), Messages.export_title, Messages.export_failed, status);
        }
    }

    private static Area everything(Diagram diagram) {
        return new Area(-MARGIN, -MARGIN, diagram.width() + 2 * MARGIN, diagram.height() + 2 * MARGIN);
    }

    /**
     * The diagram as an SVG file.
     *
     * @param tint what the nodes are coloured by; null for the kinds of layers
     */
    public static String svg(Diagram diagram, double lineHeight, Tint tint) {
        SvgPen pen = new SvgPen(lineHeight);
        Hues hues = Hues.onPaper();
        DiagramPainter.paint(diagram, pen, hues, lineHeight, everything(diagram), Emphasis.NONE, tint);
        return pen.file(diagram.width(), diagram.height(), hues.background());
    }

    /** The diagram as a PNG file, at most {@value #MOST_PIXELS} pixels high or wide. */
    private static byte[] png(NetworkCanvas canvas, Diagram diagram, double lineHeight) {
        Area area = everything(diagram);
        double scale = Math.min(2, MOST_PIXELS / Math.max(area.width(), area.height()));
        int width = (int) Math.ceil(area.width() * scale);
        int height = (int) Math.ceil(area.height() * scale);
        Image image = new Image(
                canvas.getDisplay(),
                (gc, w, h) -> draw(
                        gc,
                        canvas.getDisplay(),
                        diagram,
                        canvas.getFont().getFontData()[0],
                        lineHeight,
                        canvas.tint(),
                        scale,
                        new Rectangle(0, 0, w, h)),
                width,
                height);
        try {
            ImageLoader loader = new ImageLoader();
            loader.data = new org.eclipse.swt.graphics.ImageData[] {image.getImageData(100)};
            java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
            loader.save(out, SWT.IMAGE_PNG);
            return out.toByteArray();
        } finally {
            image.dispose();
        }
    }

    private static void draw(
            GC gc,
            Device device,
            Diagram diagram,
            FontData data,
            double lineHeight,
            Tint tint,
            double scale,
            Rectangle place) {
        Font plain = new Font(device, data);
        Font bold = FontDescriptor.createFrom(data).setStyle(SWT.BOLD).createFont(device);
        Transform transform = new Transform(device);
        try {
            gc.setBackground(new Color(Hues.onPaper().background()));
            gc.fillRectangle(place);
            transform.translate(place.x, place.y);
            transform.scale((float) scale, (float) scale);
            transform.translate((float) MARGIN, (float) MARGIN);
            gc.setTransform(transform);
            DiagramPainter.paint(
                    diagram,
                    new GcPen(gc, plain, bold, 1),
                    Hues.onPaper(),
                    lineHeight,
                    everything(diagram),
                    Emphasis.NONE,
                    tint);
            gc.setTransform(null);
        } finally {
            transform.dispose();
            bold.dispose();
            plain.dispose();
        }
    }

    /** Prints the diagram on one sheet. */
    void print() {
        PrinterData chosen = canvas.diagram() == null ? null : new PrintDialog(canvas.getShell()).open();
        if (chosen == null) {
            return;
        }
        Printer printer = new Printer(chosen);
        try {
            Rectangle sheet = printer.getClientArea();
            Area area = everything(canvas.diagram());
            double scale = Math.min(sheet.width / area.width(), sheet.height / area.height());
            if (printer.startJob(page.stem()) && printer.startPage()) {
                GC gc = new GC(printer);
                FontData font = canvas.getFont().getFontData()[0];
                draw(gc, printer, canvas.diagram(), font, canvas.lineHeight(), canvas.tint(), scale, sheet);
                gc.dispose();
                printer.endPage();
                printer.endJob();
            }
        } finally {
            printer.dispose();
        }
    }
}
