package org.backprop.core.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.backprop.core.launch.TrainerTool;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

/**
 * Writes trained networks for other tools and reads theirs, in a process of its own; canceling ends it. Both take about a
 * second and must not be called on the UI thread.
 */
public final class Exchange {
    private static final int POLL_MILLIS = 50;
    private static final String WROTE = "Wrote ";
    private static final String MODEL = ".nn.yaml";

    private Exchange() {}

    /**
     * Writes the network of a run, replacing an old file.
     *
     * @param run folder of the run
     * @param checkpoint best or last
     * @throws CoreException if it cannot be written; the message says why
     * @throws OperationCanceledException if it was canceled
     */
    public static void export(Path run, String checkpoint, ExportFormat format, Path file, IProgressMonitor monitor)
            throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor, NLS.bind(Messages.Exchange_export, run.getFileName()), 1);
        List<String> arguments = List.of(
                "export",
                run.toString(),
                "--checkpoint",
                checkpoint,
                "--format",
                format.extension(),
                "--output",
                file.toString());
        output(run, arguments, progress);
    }

    /**
     * Reads a network of another tool into a model file, its weights and a report, all in a folder.
     *
     * @return the model file
     * @throws CoreException if it cannot be read; the message names the layer and says why
     * @throws OperationCanceledException if it was canceled
     */
    public static Path read(Path file, Path folder, IProgressMonitor monitor) throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor, NLS.bind(Messages.Exchange_import, file.getFileName()), 1);
        List<String> lines =
                output(file.getParent(), List.of("import", file.toString(), "--output", folder.toString()), progress);
        return lines.stream()
                .filter(line -> line.startsWith(WROTE) && line.endsWith(MODEL))
                .map(line -> Path.of(line.substring(WROTE.length())))
                .findFirst()
                .orElseThrow(
                        () -> new CoreException(Status.error(NLS.bind(Messages.Exchange_noModel, file.getFileName()))));
    }

    /** The lines that a command prints, once it has ended well. */
    private static List<String> output(Path folder, List<String> arguments, IProgressMonitor monitor)
            throws CoreException {
        Process process = TrainerTool.start(folder, arguments);
        try {
            CompletableFuture<List<String>> output = CompletableFuture.supplyAsync(() -> lines(process.inputReader()));
            CompletableFuture<List<String>> errors = CompletableFuture.supplyAsync(() -> lines(process.errorReader()));
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (monitor.isCanceled()) {
                    throw new OperationCanceledException();
                }
            }
            if (process.exitValue() != 0) {
                throw new CoreException(Status.error(reason(errors.join(), process.exitValue())));
            }
            return output.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String reason(List<String> errors, int exitCode) {
        return errors.isEmpty()
                ? NLS.bind(Messages.Exchange_ended, exitCode)
                : errors.getLast().replaceFirst("^backprop: ", "");
    }

    private static List<String> lines(BufferedReader reader) {
        try (reader) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException ended) {
            return List.of();
        }
    }
}
