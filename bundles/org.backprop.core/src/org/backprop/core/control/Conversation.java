package org.backprop.core.control;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.backprop.runlog.control.Command;
import org.backprop.runlog.control.ControlCodec;
import org.backprop.runlog.control.FrameReader;
import org.backprop.runlog.control.MalformedFrameException;
import org.backprop.runlog.control.Reply;
import org.backprop.runlog.control.Request;
import org.backprop.runlog.control.RunAnnounced;
import org.backprop.runlog.control.StateAnnounced;

/**
 * Commands to one trainer and what it says. It lasts as long as the trainer, over one connection after the other, and keeps
 * commands for the next one while there is none.
 */
final class Conversation {
    private final CompletableFuture<Path> run = new CompletableFuture<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<Long, CompletableFuture<Map<String, Object>>> unanswered = new HashMap<>();
    private final List<Request> unsent = new ArrayList<>();
    private volatile RunControl.State state = RunControl.State.RUNNING;
    private Socket trainer;
    private boolean last;
    private boolean ended;
    private long lastId;

    CompletableFuture<Path> run() {
        return run.copy();
    }

    RunControl.State state() {
        return state;
    }

    synchronized boolean isConnected() {
        return trainer != null && !ended;
    }

    void addListener(Runnable listener) {
        listeners.add(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    /** Says whether the conversation goes on with {@code client}; false while it has another one, and when it has ended. */
    boolean begin(Socket client) throws IOException {
        synchronized (this) {
            if (trainer != null || ended) {
                return false;
            }
            trainer = client;
            for (Request request : unsent) {
                write(request);
            }
            unsent.clear();
        }
        changed();
        return true;
    }

    CompletableFuture<Map<String, Object>> send(Command command) {
        var answer = new CompletableFuture<Map<String, Object>>();
        try {
            enqueue(command, answer);
        } catch (IOException gone) {
            answer.completeExceptionally(gone);
        }
        if (command == Command.Signal.STOP) {
            enter(RunControl.State.STOPPING);
        }
        return answer;
    }

    private synchronized void enqueue(Command command, CompletableFuture<Map<String, Object>> answer)
            throws IOException {
        if (ended) {
            throw new IOException(Messages.Conversation_ended);
        }
        var request = new Request(++lastId, command);
        unanswered.put(request.id(), answer);
        if (trainer == null) {
            unsent.add(request);
        } else {
            write(request);
        }
    }

    @SuppressWarnings("resource") // the stream lives as long as the socket
    private void write(Request request) throws IOException {
        trainer.getOutputStream().write(ControlCodec.encode(request));
    }

    /** Takes in what the trainer says until the connection ends. */
    void listen(FrameReader reader) throws IOException {
        try {
            for (Optional<String> line = reader.read(); line.isPresent(); line = reader.read()) {
                switch (ControlCodec.decodeTrainerMessage(line.get())) {
                    case Reply reply -> answered(reply);
                    case RunAnnounced announced -> announced(path(announced));
                    case StateAnnounced announced ->
                        enter(RunControl.State.valueOf(announced.state().name()));
                }
            }
        } finally {
            lost();
        }
    }

    private void announced(Path folder) {
        run.complete(folder);
        changed();
    }

    private void enter(RunControl.State next) {
        if (state != next && state != RunControl.State.STOPPING) {
            state = next;
            changed();
        }
    }

    private static Path path(RunAnnounced announced) throws MalformedFrameException {
        try {
            return Path.of(announced.path());
        } catch (InvalidPathException notAPath) {
            throw new MalformedFrameException(notAPath.getMessage());
        }
    }

    private void answered(Reply reply) {
        CompletableFuture<Map<String, Object>> answer;
        synchronized (this) {
            answer = unanswered.remove(reply.id());
        }
        if (answer == null) {
            return;
        }
        reply.reason()
                .ifPresentOrElse(
                        reason -> answer.completeExceptionally(new IOException(reason)),
                        () -> answer.complete(reply.result()));
    }

    /** The connection has ended; if the trainer has as well, so does the conversation. */
    private void lost() {
        List<CompletableFuture<?>> failed;
        boolean over;
        synchronized (this) {
            ControlServer.closeQuietly(trainer);
            trainer = null;
            failed = new ArrayList<>(unanswered.values());
            unanswered.clear();
            over = last;
        }
        fail(failed);
        changed();
        if (over) {
            end();
        }
    }

    /** Ends the conversation with the present connection, or now if there is none. */
    void endWithConnection() {
        boolean now;
        synchronized (this) {
            last = true;
            now = trainer == null;
        }
        if (now) {
            end();
        }
    }

    /** Closes the connection and fails what is not answered; does nothing the second time. */
    void end() {
        List<CompletableFuture<?>> failed;
        synchronized (this) {
            ended = true;
            if (trainer != null) {
                ControlServer.closeQuietly(trainer);
            }
            failed = new ArrayList<>(unanswered.values());
            unanswered.clear();
            unsent.clear();
        }
        failed.add(run);
        fail(failed);
        state = RunControl.State.STOPPING;
        changed();
    }

    private static void fail(List<CompletableFuture<?>> futures) {
        futures.forEach(future -> future.completeExceptionally(new IOException(Messages.Conversation_ended)));
    }
}
