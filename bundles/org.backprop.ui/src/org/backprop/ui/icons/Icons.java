package org.backprop.ui.icons;

import java.net.URL;

import org.eclipse.jface.resource.ImageDescriptor;

/** Images that several parts of the user interface share. */
public final class Icons {
    /** A model file. */
    public static final ImageDescriptor MODEL = icon("model");

    private Icons() {}

    private static ImageDescriptor icon(String name) {
        URL url = Icons.class.getResource("/icons/" + name + ".svg");
        return ImageDescriptor.createFromURL(url);
    }
}
