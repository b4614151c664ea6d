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

import org.backprop.runlog.control.Command;
import org.backprop.runlog.control.ControlCodec;
import org.backprop.runlog.control.FrameReader;
import org.backprop.runlog.control.MalformedFrameException;
import org.backprop.runlog.control.Reply;
import org.backprop.runlog.control.Request;
import org.backprop.runlog.control.RunAnnounced;

/** Commands to one trainer and what it says. It begins once, ends once, and keeps early commands for its beginning. */
final class Conversation {
    private final CompletableFuture<Path> run = new CompletableFuture<>();
    private final Map<Long, CompletableFuture<Void>> unanswered = new HashMap<>();
    private final List<Request> unsent = new ArrayList<>();
    private Socket trainer;
    private boolean ended;
    private long lastId;

    CompletableFuture<Path> run() {
        return run.copy();
    }

    /** Says whether the conversation begins with {@code client}; false if it has begun or ended before. */
    synchronized boolean begin(Socket client) throws IOException {
        if (trainer != null || ended) {
            return false;
        }
        trainer = client;
        for (Request request : unsent) {
            write(request);
        }
        unsent.clear();
        return true;
    }

    CompletableFuture<Void> send(Command command) {
        var answer = new CompletableFuture<Void>();
        try {
            enqueue(command, answer);
        } catch (IOException gone) {
            answer.completeExceptionally(gone);
        }
        return answer;
    }

    private synchronized void enqueue(Command command, CompletableFuture<Void> answer) throws IOException {
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

    /** Takes in what the trainer says until the connection ends, then ends the conversation. */
    void listen(FrameReader reader) throws IOException {
        try {
            for (Optional<String> line = reader.read(); line.isPresent(); line = reader.read()) {
                switch (ControlCodec.decodeTrainerMessage(line.get())) {
                    case Reply reply -> answered(reply);
                    case RunAnnounced announced -> run.complete(path(announced));
                }
            }
        } finally {
            end();
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
        CompletableFuture<Void> answer;
        synchronized (this) {
            answer = unanswered.remove(reply.id());
        }
        if (answer == null) {
            return;
        }
        reply.reason()
                .ifPresentOrElse(
                        reason -> answer.completeExceptionally(new IOException(reason)), () -> answer.complete(null));
    }

    /** Ends the conversation if it has not begun; one that has begun ends with its connection. */
    void endUnlessBegun() {
        if (!hasBegun()) {
            end();
        }
    }

    private synchronized boolean hasBegun() {
        return trainer != null;
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
        failed.forEach(future -> future.completeExceptionally(new IOException(Messages.Conversation_ended)));
    }
}
