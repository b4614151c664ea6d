package org.backprop.core.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.backprop.core.launch.TrainerTool;
import org.backprop.runlog.run.RunInfo;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/** Evaluates the network of a run in a process of its own, which writes the record; canceling ends the process. */
public final class EvaluationJob extends Job {
    private static final int POLL_MILLIS = 50;
    private static final int WORK = 1000;
    private static final Pattern PROGRESS = Pattern.compile("progress (\\d+)/(\\d+)");

    private final EvaluationChoice choice;
    private final Optional<RunInfo> info;
    private final List<String> complaints = new ArrayList<>();
    private int shown;

    /** @param info what the run recorded about itself, if it did */
    public EvaluationJob(EvaluationChoice choice, Optional<RunInfo> info) {
        super(NLS.bind(Messages.EvaluationJob_name, name(choice)));
        this.choice = choice;
        this.info = info;
        setUser(true);
    }

    private static String name(EvaluationChoice choice) {
        return String.valueOf(choice.run().getFileName());
    }

    /** Where the training found its data, if it was told so on its command line. */
    static List<String> dataOption(Optional<RunInfo> info) {
        if (info.isPresent()) {
            Iterator<String> arguments = info.get().environment().command().iterator();
            while (arguments.hasNext()) {
                if (arguments.next().equals("--data") && arguments.hasNext()) {
                    return List.of("--data", arguments.next());
                }
            }
        }
        return List.of();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, Messages.EvaluationJob_loading, WORK);
        try {
            Process process = TrainerTool.start(choice.run(), arguments());
            try {
                return await(process, progress);
            } finally {
                process.destroyForcibly();
            }
        } catch (CoreException notStarted) {
            return notStarted.getStatus();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Status.CANCEL_STATUS;
        }
    }

    private List<String> arguments() {
        var arguments = new ArrayList<>(List.of(
                "evaluate", choice.run().toString(), "--split", choice.split(), "--checkpoint", choice.checkpoint()));
        arguments.add("--progress");
        arguments.addAll(dataOption(info));
        return arguments;
    }

    private IStatus await(Process process, SubMonitor progress) throws InterruptedException {
        CompletableFuture<Void> errors = CompletableFuture.runAsync(() -> listen(process, progress));
        CompletableFuture<Void> output = CompletableFuture.runAsync(() -> drain(process));
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            if (progress.isCanceled()) {
                return Status.CANCEL_STATUS;
            }
        }
        CompletableFuture.allOf(errors, output).join();
        return process.exitValue() == 0 ? Status.OK_STATUS : Status.error(failure(process.exitValue()));
    }

    private String failure(int exitCode) {
        String reason = complaints.isEmpty() ? "exit code " + exitCode : complaints.getLast();
        return NLS.bind(Messages.EvaluationJob_failed, name(choice), reason.replaceFirst("^backprop: ", ""));
    }

    private void listen(Process process, SubMonitor progress) {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher done = PROGRESS.matcher(line);
                if (done.matches()) {
                    int now = (int) (Long.parseLong(done.group(1)) * WORK / Long.parseLong(done.group(2)));
                    progress.worked(now - shown);
                    shown = now;
                } else if (!line.isBlank()) {
                    complaints.add(line);
                }
            }
        } catch (IOException ended) {
            complaints.add(ended.getLocalizedMessage());
        }
    }

    private static void drain(Process process) {
        try (var out = process.getInputStream()) {
            out.transferTo(OutputStream.nullOutputStream());
        } catch (IOException ended) {
            // it was destroyed, and nobody reads what it printed
        }
    }
}
