package org.backprop.editor;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Image;

/** Icons of this bundle as images that live as long as the user interface. Call on the UI thread. */
public final class EditorImages {
    private EditorImages() {}

    /** The image of an icon by its name, such as {@code layer}. */
    public static Image of(String name) {
        String path = "/icons/" + name + ".svg";
        String key = EditorImages.class.getName() + path;
        ImageRegistry images = JFaceResources.getImageRegistry();
        if (images.get(key) == null) {
            images.put(key, ImageDescriptor.createFromURL(EditorImages.class.getResource(path)));
        }
        return images.get(key);
    }
}
