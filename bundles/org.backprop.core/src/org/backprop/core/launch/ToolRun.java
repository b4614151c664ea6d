package org.backprop.core.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;

/** A command of the trainer that runs to its end in a process of its own. It was told to print its progress. */
public final class ToolRun {
    private static final int POLL_MILLIS = 50;
    private static final int WORK = 1000;
    /** A thread for each stream: where a pool lets one wait for the other, the process waits for both. */
    private static final Executor READERS =
            task -> Thread.ofPlatform().daemon().name("Trainer output").start(task);

    private static final Pattern PROGRESS = Pattern.compile("progress (-?\\d+)/(-?\\d+)");

    private final SubMonitor monitor;
    private final List<String> complaints = new ArrayList<>();
    private int shown;

    private ToolRun(SubMonitor monitor) {
        this.monitor = monitor;
    }

    /**
     * Runs a command and waits for its end.
     *
     * @param folder where it starts
     * @param arguments as for {@code ./backprop}
     * @return what it printed
     * @throws CoreException if it cannot be started or fails; the message is the last that it printed
     * @throws OperationCanceledException if the monitor is canceled; the process has ended then
     */
    public static String run(Path folder, List<String> arguments, IProgressMonitor monitor) throws CoreException {
        Process process = TrainerTool.start(folder, arguments);
        try {
            return new ToolRun(SubMonitor.convert(monitor, WORK)).await(process);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        } finally {
            process.destroyForcibly();
        }
    }

    private String await(Process process) throws CoreException, InterruptedException {
        CompletableFuture<Void> errors = CompletableFuture.runAsync(() -> listen(process), READERS);
        CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> read(process), READERS);
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
        }
        errors.join();
        String printed = output.join();
        if (process.exitValue() != 0) {
            String reason = complaints.isEmpty() ? "exit code " + process.exitValue() : complaints.getLast();
            throw new CoreException(Status.error(reason.replaceFirst("^backprop: ", "")));
        }
        return printed;
    }

    private void listen(Process process) {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher done = PROGRESS.matcher(line);
                if (done.matches()) {
                    show(Long.parseLong(done.group(1)), Long.parseLong(done.group(2)));
                } else if (!line.isBlank()) {
                    complaints.add(line);
                }
            }
        } catch (IOException ended) {
            complaints.add(ended.getLocalizedMessage());
        }
    }

    private void show(long done, long total) {
        int now = total <= 0 ? shown : (int) Math.min(WORK, done * WORK / total);
        monitor.worked(Math.max(0, now - shown));
        shown = now;
    }

    private static String read(Process process) {
        try (var out = process.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException ended) {
            return "";
        }
    }
}
