package org.backprop.views.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

import org.backprop.views.svg.PictureSvg;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;

/** Saves what a view shows: as an image, as a drawing of lines and text, or its numbers as a table. */
public final class ChartExport {
    private static String folder;

    private final Control picture;
    private final Supplier<String> name;
    private final Supplier<String> table;

    /**
     * An export.
     *
     * @param picture the control that holds the charts
     * @param name what file names begin with, such as the name of the run
     * @param table the numbers, with tabs between the columns and a header
     */
    public ChartExport(Control picture, Supplier<String> name, Supplier<String> table) {
        this.picture = picture;
        this.name = name;
        this.table = table;
    }

    /** Whether a chart is visible that can be drawn. */
    boolean isDrawing() {
        return PictureSvg.isPossible(picture);
    }

    /** Asks for a file and saves in one of some formats: that of the file's extension, or else the one that was chosen. */
    void ask(ExportFormat... formats) {
        FileDialog dialog = new FileDialog(picture.getShell(), SWT.SAVE);
        dialog.setText(Messages.dialog_title);
        dialog.setFilterPath(folder);
        dialog.setFilterNames(Arrays.stream(formats).map(ExportFormat::title).toArray(String[]::new));
        dialog.setFilterExtensions(
                Arrays.stream(formats).map(ExportFormat::pattern).toArray(String[]::new));
        dialog.setFileName(name.get().replaceAll("[^\\w.-]+", "-") + "." + formats[0].extension());
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file != null) {
            folder = dialog.getFilterPath();
            save(file, formats, Math.max(0, dialog.getFilterIndex()));
        }
    }

    private void save(String file, ExportFormat[] formats, int chosen) {
        String lower = file.toLowerCase(Locale.ROOT);
        for (ExportFormat format : formats) {
            if (lower.endsWith("." + format.extension())) {
                save(Path.of(file), format);
                return;
            }
        }
        save(Path.of(file + "." + formats[chosen].extension()), formats[chosen]);
    }

    /** Saves what is visible now. */
    void save(Path file, ExportFormat format) {
        switch (format) {
            case PNG -> {
                ImageData pixels = Picture.of(picture);
                write(() -> Picture.save(pixels, file.toString()));
            }
            case SVG -> {
                PictureSvg drawing = PictureSvg.of(picture);
                write(() -> Files.writeString(file, drawing.text(), StandardCharsets.UTF_8));
                if (drawing.missing() > 0) {
                    String missing = NLS.bind(Messages.svg_missing, drawing.missing());
                    MessageDialog.openInformation(picture.getShell(), Messages.dialog_title, missing);
                }
            }
            case CSV -> {
                String text = table.get();
                write(() -> Files.writeString(file, Csv.ofTabs(text), StandardCharsets.UTF_8));
            }
        }
    }

    private static void write(Writing writing) {
        Job.create(Messages.job, (ICoreRunnable) monitor -> {
                    try {
                        writing.run();
                    } catch (IOException | SWTException e) {
                        throw new CoreException(Status.error(NLS.bind(Messages.failed, e.getLocalizedMessage()), e));
                    }
                })
                .schedule();
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }
}
