package org.backprop.core.evaluation;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.core.launch.TrainerTool;
import org.backprop.runlog.evaluation.NetworkDescription;
import org.backprop.runlog.evaluation.Prediction;
import org.backprop.runlog.evaluation.PredictionRequest;
import org.backprop.runlog.run.RunInfo;
import org.eclipse.core.runtime.CoreException;

/**
 * The network of a run in a process of its own that stays alive to answer inputs, one at a time: while it computes, only
 * the newest input waits. Ends with {@link #close}, or with the IDE. May be used from any thread; nothing here waits.
 */
public final class Predictor implements AutoCloseable {
    private final EvaluationChoice choice;
    private final Runnable changed;
    private Process process;
    private BufferedWriter requests;
    private Optional<NetworkDescription> network = Optional.empty();
    private Optional<Prediction> prediction = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private Optional<String> lastComplaint = Optional.empty();
    private PredictionRequest waiting;
    private boolean busy;
    private boolean closed;
    private long id;

    /**
     * What it knows now.
     *
     * @param network the network; empty until it is loaded
     * @param prediction the last answer; empty before the first
     * @param failure why it ended; empty while it works
     */
    public record State(
            Optional<NetworkDescription> network, Optional<Prediction> prediction, Optional<String> failure) {}

    private Predictor(EvaluationChoice choice, Runnable changed) {
        this.choice = choice;
        this.changed = changed;
    }

    /**
     * Starts the process.
     *
     * @param choice run and checkpoint; the set does not matter
     * @param info what the run recorded about itself, if it did
     * @param changed called on any thread whenever the state has changed
     */
    public static Predictor start(EvaluationChoice choice, Optional<RunInfo> info, Runnable changed) {
        Predictor predictor = new Predictor(choice, changed);
        Thread.ofPlatform()
                .daemon()
                .name("Predictor of " + choice.run().getFileName())
                .start(() -> predictor.run(info));
        return predictor;
    }

    public EvaluationChoice choice() {
        return choice;
    }

    public synchronized State state() {
        return new State(network, prediction, failure);
    }

    /** Asks what the network says; an input that still waits is dropped. */
    public synchronized void ask(PredictionRequest request) {
        waiting = request;
        sendNext();
    }

    private void sendNext() {
        if (network.isEmpty() || busy || waiting == null || closed) {
            return;
        }
        try {
            requests.write(waiting.line(++id));
            requests.newLine();
            requests.flush();
            waiting = null;
            busy = true;
        } catch (IOException ended) {
            failure = Optional.of(ended.getLocalizedMessage());
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (process != null) {
            process.destroy();
        }
    }

    private void run(Optional<RunInfo> info) {
        var arguments = new ArrayList<>(
                List.of("predict", choice.run().toString(), "--serve", "--checkpoint", choice.checkpoint()));
        arguments.addAll(EvaluationJob.dataOption(info));
        try {
            Process started = TrainerTool.start(choice.run(), arguments);
            if (begin(started)) {
                Thread complaints = Thread.ofPlatform().daemon().start(() -> readErrors(started));
                readAnswers(started);
                complaints.join();
            }
            end(Messages.Predictor_ended);
        } catch (CoreException | IOException notUsable) {
            end(notUsable.getLocalizedMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean begin(Process started) {
        process = started;
        requests = started.outputWriter(StandardCharsets.UTF_8);
        if (closed) {
            started.destroy();
        }
        return !closed;
    }

    private void readAnswers(Process started) throws IOException {
        try (BufferedReader lines = started.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line);
                changed.run();
            }
        }
    }

    private synchronized void take(String line) throws IOException {
        if (network.isEmpty()) {
            network = Optional.of(NetworkDescription.parse(line));
        } else {
            prediction = Optional.of(Prediction.parse(line));
            busy = false;
        }
        sendNext();
    }

    private void readErrors(Process started) {
        try (BufferedReader lines = started.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    complain(line.replaceFirst("^backprop: ", ""));
                }
            }
        } catch (IOException ended) {
            complain(ended.getLocalizedMessage());
        }
    }

    private synchronized void complain(String line) {
        lastComplaint = Optional.of(line);
    }

    private void end(String reason) {
        synchronized (this) {
            if (closed) {
                return;
            }
            failure = Optional.of(lastComplaint.orElse(reason));
            close();
        }
        changed.run();
    }
}
