package org.backprop.ui.icons;

import java.net.URL;

import org.eclipse.jface.resource.ImageDescriptor;

/** Images that several parts of the user interface share. */
public final class Icons {
    /** A model file. */
    public static final ImageDescriptor MODEL = icon("model");

    /** Where samples come from. */
    public static final ImageDescriptor DATA = icon("data");

    /** What is set for a training. */
    public static final ImageDescriptor TRAINER = icon("trainer");

    /** Where a training computes. */
    public static final ImageDescriptor BACKEND = icon("backend");

    /** What is recorded of a training. */
    public static final ImageDescriptor MONITORING = icon("monitoring");

    private Icons() {}

    private static ImageDescriptor icon(String name) {
        URL url = Icons.class.getResource("/icons/" + name + ".svg");
        return ImageDescriptor.createFromURL(url);
    }
}
