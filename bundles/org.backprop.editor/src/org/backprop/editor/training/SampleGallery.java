package org.backprop.editor.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.backprop.runlog.preview.DataPreview;
import org.backprop.runlog.preview.DataPreview.Picture;
import org.backprop.runlog.preview.DataPreview.Sample;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.TableWrapData;

/** Samples as pictures, with what augmentation makes of each below it, or as rows of a table. */
final class SampleGallery {
    private static final int SIDE = 56;
    private static final int GAP = 6;
    private static final int MOST_ROWS = 12;
    private static final int BITS = 24;

    private final Label caption;
    private final Canvas canvas;
    private final Table table;
    private final TableWrapData canvasData = new TableWrapData(TableWrapData.FILL_GRAB);
    private final TableWrapData tableData = new TableWrapData(TableWrapData.FILL_GRAB);
    private final List<Image> images = new ArrayList<>();
    private List<Sample> samples = List.of();

    SampleGallery(FormToolkit toolkit, Composite parent) {
        caption = toolkit.createLabel(parent, "", SWT.WRAP);
        caption.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        toolkit.adapt(canvas);
        canvas.setLayoutData(canvasData);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addDisposeListener(event -> disposeImages());
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = caption.getText() + ": "
                        + samples.stream().map(Sample::target).collect(Collectors.joining(", "));
            }
        });
        table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        table.setLayoutData(tableData);
        hide(canvas, canvasData);
        hide(table, tableData);
    }

    private static void hide(Control control, TableWrapData data) {
        control.setVisible(false);
        data.heightHint = 0;
    }

    void show(DataPreview preview) {
        samples = preview.samples();
        disposeImages();
        boolean varied = samples.stream().anyMatch(sample -> !sample.variants().isEmpty());
        caption.setText(varied ? Messages.samples_varied : Messages.samples_plain);
        boolean pictures = !samples.isEmpty() && samples.getFirst().picture().isPresent();
        hide(canvas, canvasData);
        hide(table, tableData);
        if (pictures) {
            showPictures();
        } else {
            showRows(preview);
        }
    }

    private void showPictures() {
        for (Sample sample : samples) {
            images.add(image(sample.picture().orElseThrow()));
            sample.variants()
                    .forEach(variant -> images.add(image(variant.picture().orElseThrow())));
        }
        GC gc = new GC(canvas);
        canvasData.heightHint = perSample() * (SIDE + GAP) + gc.getFontMetrics().getHeight() + GAP;
        gc.dispose();
        canvas.setVisible(true);
        canvas.redraw();
    }

    private int perSample() {
        return samples.isEmpty() ? 1 : 1 + samples.getFirst().variants().size();
    }

    private Image image(Picture picture) {
        ImageData data =
                new ImageData(picture.width(), picture.height(), BITS, new PaletteData(0xff0000, 0xff00, 0xff));
        for (int i = 0; i < picture.width() * picture.height(); i++) {
            int red = picture.rgb()[3 * i] & 0xff;
            int green = picture.rgb()[3 * i + 1] & 0xff;
            int blue = picture.rgb()[3 * i + 2] & 0xff;
            data.setPixel(i % picture.width(), i / picture.width(), red << 16 | green << 8 | blue);
        }
        return new Image(canvas.getDisplay(), data);
    }

    private void disposeImages() {
        images.forEach(Image::dispose);
        images.clear();
    }

    private void paint(GC gc) {
        if (images.isEmpty()) {
            return;
        }
        gc.setInterpolation(SWT.NONE);
        gc.setForeground(canvas.getForeground());
        int rows = perSample();
        int fitting = Math.min(samples.size(), Math.max(1, canvas.getClientArea().width / (SIDE + GAP)));
        for (int i = 0; i < fitting; i++) {
            int x = i * (SIDE + GAP);
            for (int row = 0; row < rows; row++) {
                draw(gc, images.get(i * rows + row), x, row * (SIDE + GAP));
            }
            String target = shortened(gc, samples.get(i).target());
            gc.drawText(target, x, rows * (SIDE + GAP), true);
        }
    }

    private static void draw(GC gc, Image image, int x, int y) {
        int width = image.getBounds().width;
        int height = image.getBounds().height;
        double scale = SIDE / (double) Math.max(width, height);
        gc.drawImage(image, 0, 0, width, height, x, y, Math.max(1, (int) (width * scale)), Math.max(1, (int)
                (height * scale)));
    }

    private static String shortened(GC gc, String text) {
        String shown = text;
        while (shown.length() > 1 && gc.textExtent(shown).x > SIDE + GAP) {
            shown = shown.substring(0, shown.length() - 1);
        }
        return shown;
    }

    private void showRows(DataPreview preview) {
        table.setRedraw(false);
        table.removeAll();
        for (TableColumn column : table.getColumns()) {
            column.dispose();
        }
        int width = samples.isEmpty() ? 0 : samples.getFirst().values().size();
        column(Messages.samples_target);
        for (int i = 0; i < width; i++) {
            column(i < preview.columns().size() ? preview.columns().get(i) : NLS.bind(Messages.samples_feature, i + 1));
        }
        for (Sample sample : samples) {
            row(sample, "");
            sample.variants().forEach(variant -> row(variant, Messages.samples_variant));
        }
        for (TableColumn column : table.getColumns()) {
            column.pack();
        }
        int rows = Math.min(MOST_ROWS, table.getItemCount());
        tableData.heightHint = table.getHeaderHeight() + (rows + 1) * table.getItemHeight();
        table.setVisible(true);
        table.setRedraw(true);
    }

    private void column(String title) {
        TableColumn column = new TableColumn(table, SWT.RIGHT);
        column.setText(title);
    }

    private void row(Sample sample, String mark) {
        TableItem item = new TableItem(table, SWT.NONE);
        item.setText(0, mark + sample.target());
        for (int i = 0; i < sample.values().size(); i++) {
            item.setText(i + 1, sample.values().get(i));
        }
    }

    /** Number of pictures that are shown, or could be with more room. */
    int pictures() {
        return images.size();
    }
}
