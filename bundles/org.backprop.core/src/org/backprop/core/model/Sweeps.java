package org.backprop.core.model;

import java.util.regex.Pattern;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;

/** Tells model files with a {@code sweep} section from others, without analysing them. */
public final class Sweeps {
    private static final Pattern SECTION = Pattern.compile("^sweep[ \\t]*:", Pattern.MULTILINE);

    private Sweeps() {}

    /** Whether the saved text of a model file has a {@code sweep} section; false if it cannot be read. */
    public static boolean has(IFile model) {
        try {
            return model.isAccessible() && SECTION.matcher(model.readString()).find();
        } catch (CoreException unreadable) {
            return false;
        }
    }
}
