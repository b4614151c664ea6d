package org.backprop.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Shell;

/** Saves what the window looks like, for people to look at. */
final class Shots {
    private static final Path FOLDER = Path.of("target", "shots");

    private Shots() {}

    /** Saves the window as {@code target/shots/NAME.png}. */
    static void take(String name) throws IOException {
        take(name, Ui.page().getWorkbenchWindow().getShell());
    }

    /** Saves what a shell looks like. */
    static void take(String name, Shell shell) throws IOException {
        Image image = new Image(shell.getDisplay(), shell.getSize().x, shell.getSize().y);
        GC gc = new GC(shell.getDisplay());
        try {
            gc.copyArea(image, shell.getLocation().x, shell.getLocation().y);
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {image.getImageData()};
            Files.createDirectories(FOLDER);
            loader.save(FOLDER.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
        } finally {
            gc.dispose();
            image.dispose();
        }
    }
}
