package org.backprop.views;

import java.util.Locale;

import org.backprop.runlog.run.Outcome;
import org.eclipse.jface.resource.ImageDescriptor;

/** The icons of this bundle. */
public final class Images {
    private Images() {}

    /** The icon {@code icons/NAME.svg}. */
    public static ImageDescriptor icon(String name) {
        return ImageDescriptor.createFromURL(Images.class.getResource("/icons/" + name + ".svg"));
    }

    /** The icon of a run's state. */
    public static ImageDescriptor state(Outcome outcome) {
        return icon(outcome.name().toLowerCase(Locale.ROOT));
    }
}
