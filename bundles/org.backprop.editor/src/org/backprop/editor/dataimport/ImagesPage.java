package org.backprop.editor.dataimport;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.backprop.model.ColorMode;
import org.backprop.model.ImagesData;
import org.backprop.model.Shape;
import org.backprop.model.Size2d;
import org.backprop.model.data.ImageFolder;
import org.backprop.model.start.Dataset;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.widgets.WidgetFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** Shows the classes of a folder of images with some pictures of each, and asks for size and colour. */
final class ImagesPage extends ReadingPage<ImagesPage.Content> {
    private static final int MOST_PICTURES = 40;
    private static final int LARGEST_PICTURE = 4096;
    private static final int SMALL = 128;
    private static final int PROPOSED = 64;

    private Table classes;
    private PictureStrip pictures;
    private Button scale;
    private Spinner size;
    private Button grey;
    private Label facts;

    /**
     * What is in a folder.
     *
     * @param folder the classes and their files
     * @param sizes the different sizes of the first image of each class
     * @param pictures some images, of as many classes as there is room for
     */
    record Content(ImageFolder folder, Set<Size2d> sizes, List<PictureStrip.Picture> pictures) {
        Size2d first() {
            return sizes.iterator().next();
        }
    }

    ImagesPage() {
        super("images", Messages.wizard_title, Messages.images_description);
    }

    @Override
    void createContents(Composite page) {
        SashForm sash = new SashForm(page, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).hint(620, 260).applyTo(sash);
        classes = new Table(sash, SWT.BORDER | SWT.FULL_SELECTION);
        classes.setHeaderVisible(true);
        column(Messages.images_class, SWT.LEFT, 130);
        column(Messages.images_count, SWT.RIGHT, 70);
        pictures = new PictureStrip(sash);
        sash.setWeights(1, 2);
        Composite row = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(row);
        scale = WidgetFactory.button(SWT.CHECK)
                .text(Messages.images_scale)
                .onSelect(event -> update())
                .create(row);
        size = new Spinner(row, SWT.BORDER);
        size.setValues(PROPOSED, 1, Size2d.MOST, 0, 1, 16);
        size.addModifyListener(event -> update());
        new Label(row, SWT.NONE).setText(Messages.images_pixels);
        grey = WidgetFactory.button(SWT.CHECK)
                .text(Messages.images_grey)
                .onSelect(event -> update())
                .create(page);
        facts = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(facts);
    }

    private void column(String title, int style, int width) {
        TableColumn column = new TableColumn(classes, style);
        column.setText(title);
        column.setWidth(width);
    }

    @Override
    Reading.Work<Content> work(Path from) {
        return canceled -> {
            ImageFolder folder = ImageFolder.open(from);
            return new Content(folder, new LinkedHashSet<>(folder.sizes()), pictures(folder, canceled));
        };
    }

    /** The first images of all classes, then the second ones, until there are enough. */
    private static List<PictureStrip.Picture> pictures(ImageFolder folder, BooleanSupplier canceled) {
        List<PictureStrip.Picture> found = new ArrayList<>();
        for (int i = 0; i < MOST_PICTURES; i++) {
            for (int c = 0; c < folder.classes().size() && found.size() < MOST_PICTURES; c++) {
                if (canceled.getAsBoolean()) {
                    throw new CancellationException();
                }
                List<Path> files = folder.files().get(c);
                if (i < files.size()) {
                    String label = folder.classes().get(c);
                    load(files.get(i)).ifPresent(pixels -> found.add(new PictureStrip.Picture(pixels, label)));
                }
            }
        }
        return found;
    }

    private static Optional<ImageData> load(Path file) {
        try {
            Size2d size = ImageFolder.size(file);
            boolean small = Math.max(size.height(), size.width()) <= LARGEST_PICTURE;
            return small ? Optional.of(Thumbnails.of(new ImageData(file.toString()))) : Optional.empty();
        } catch (IOException | SWTException damaged) {
            return Optional.empty();
        }
    }

    @Override
    void show(Content read) {
        classes.removeAll();
        for (int i = 0; i < read.folder().classes().size(); i++) {
            TableItem item = new TableItem(classes, SWT.NONE);
            item.setText(new String[] {
                read.folder().classes().get(i),
                Integer.toString(read.folder().files().get(i).size())
            });
        }
        pictures.show(read.pictures());
        Size2d first = read.first();
        scale.setSelection(read.sizes().size() > 1 || Math.max(first.height(), first.width()) > SMALL);
    }

    @Override
    Optional<Found> describe(Path from, Content read) {
        size.setEnabled(scale.getSelection());
        String sizes = read.sizes().size() > 1
                ? Messages.images_sizes
                : NLS.bind(
                        Messages.images_size, read.first().width(), read.first().height());
        facts.setText(NLS.bind(
                Messages.images_facts,
                new Object[] {read.folder().count(), read.folder().classes().size(), sizes}));
        if (read.sizes().size() > 1 && !scale.getSelection()) {
            setErrorMessage(Messages.images_mustScale);
            return Optional.empty();
        }
        Optional<Size2d> scaled = scale.getSelection() ? Optional.of(Size2d.of(size.getSelection())) : Optional.empty();
        ColorMode color = grey.getSelection() ? ColorMode.GREY : ColorMode.RGB;
        Size2d used = scaled.orElse(read.first());
        Shape shape = Shape.of(color.channels(), used.height(), used.width());
        return Optional.of(new Found(
                List.of(from),
                path -> new Dataset(
                        new ImagesData(path, scaled, color),
                        Optional.of(shape),
                        new Dataset.Classes(read.folder().classes().size()),
                        read.folder().count(),
                        false)));
    }
}
