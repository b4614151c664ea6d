package org.backprop.core.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.backprop.core.launch.ToolRun;
import org.backprop.runlog.preview.DataPreview;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;

/** Reads the data of a model in a process of its own. */
public final class DataPreviews {
    private DataPreviews() {}

    /**
     * Reads the data that a text describes.
     *
     * @param text of a model file, whose data section has no errors
     * @param folder that the paths in the text are relative to
     * @param samples number of training samples that are wanted
     * @param seed which samples, and how they are augmented
     * @throws CoreException if the data cannot be used; the message says why
     * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is canceled
     */
    public static DataPreview read(String text, Path folder, int samples, long seed, IProgressMonitor monitor)
            throws CoreException {
        Path file = null;
        try {
            file = Files.createTempFile("preview", ".nn.yaml");
            Files.writeString(file, text);
            return DataPreview.parse(ToolRun.run(folder, arguments(file, folder, samples, seed), monitor));
        } catch (IOException failed) {
            throw new CoreException(Status.error(failed.getLocalizedMessage(), failed));
        } finally {
            delete(file);
        }
    }

    private static List<String> arguments(Path file, Path folder, int samples, long seed) {
        return List.of(
                "preview",
                file.toString(),
                "--data",
                folder.toString(),
                "--samples",
                Integer.toString(samples),
                "--seed",
                Long.toString(seed),
                "--json",
                "--progress");
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            file.toFile().deleteOnExit();
        }
    }
}
