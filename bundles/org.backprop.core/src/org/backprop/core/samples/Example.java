package org.backprop.core.samples;

import java.util.List;
import java.util.Properties;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * An example: a folder with a model file, a README, and the data if it is not generated.
 *
 * @param name name of the folder, and of the model file without its suffix
 * @param title what it is called in the user interface
 */
public record Example(String name, String title) {

    /** All examples, easy ones first. */
    public static List<Example> all() {
        Properties index = SampleFiles.index();
        return SampleFiles.listed(index, "examples").stream()
                .map(name -> new Example(name, index.getProperty(name)))
                .toList();
    }

    /** The README: Markdown, which says what there is, what to expect and what to try. */
    public String readme() {
        return SampleFiles.text(name + "/README.md");
    }

    /** The model file, relative to where the example is copied. */
    public IPath model() {
        return IPath.fromPortableString(name + ".nn.yaml");
    }

    /**
     * Copies the files; those that are there stay as they are.
     *
     * @throws CoreException if a file cannot be written
     */
    public void copyTo(IContainer container, IProgressMonitor monitor) throws CoreException {
        SampleFiles.copy(name, container, monitor);
    }
}
