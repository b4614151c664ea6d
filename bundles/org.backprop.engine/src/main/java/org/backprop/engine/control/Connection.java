package org.backprop.engine.control;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

import org.backprop.runlog.control.Challenge;
import org.backprop.runlog.control.ControlCodec;
import org.backprop.runlog.control.FrameReader;
import org.backprop.runlog.control.Hello;
import org.backprop.runlog.control.Reply;
import org.backprop.runlog.control.Request;
import org.backprop.runlog.control.Token;
import org.backprop.runlog.control.TrainerMessage;

/** One connection to an IDE. What is to be sent waits in a queue, so that an IDE that does not read holds nobody up. */
final class Connection implements AutoCloseable {
    private static final int HELLO_MILLIS = 10_000;
    private static final int MOST_WAITING = 1024;
    private static final long LAST_MILLIS = 2000;
    private static final byte[] END = {};

    private final Socket socket;
    private final FrameReader frames;
    private final CommandTarget target;
    private final BlockingQueue<byte[]> outgoing = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread writer;

    Connection(Socket socket, CommandTarget target) throws IOException {
        this.socket = socket;
        this.target = target;
        frames = new FrameReader(socket.getInputStream());
        writer = Thread.ofPlatform().daemon().name("backprop-control-writer").unstarted(this::write);
    }

    /**
     * Makes sure that who listens knows the token.
     *
     * @throws IOException if not
     */
    void challenge(Token token) throws IOException {
        Challenge challenge = Challenge.random();
        socket.setSoTimeout(HELLO_MILLIS);
        socket.getOutputStream().write(ControlCodec.encode(challenge));
        String answer = frames.read().orElseThrow(() -> new IOException("no answer"));
        if (!token.proves(ControlCodec.decodeProof(answer), challenge)) {
            throw new IOException("a stranger listens");
        }
        socket.setSoTimeout(0);
    }

    void greet(Token token) throws IOException {
        socket.getOutputStream().write(ControlCodec.encode(new Hello(token.text())));
        writer.start();
    }

    /** Obeys until the connection ends. */
    void serve() throws IOException {
        for (Optional<String> line = frames.read(); line.isPresent(); line = frames.read()) {
            Request request = ControlCodec.decodeRequest(line.get());
            target.submit(request.command())
                    .whenComplete((result, refusal) -> answer(request.id(), reply(request.id(), result, refusal)));
        }
    }

    private static Reply reply(long id, Map<String, Object> result, Throwable refusal) {
        if (refusal == null) {
            return Reply.done(id, result);
        }
        Throwable cause = refusal instanceof CompletionException ? refusal.getCause() : refusal;
        return Reply.refused(id, Optional.ofNullable(cause.getMessage()).orElse(cause.toString()));
    }

    private void answer(long id, Reply reply) {
        try {
            send(reply);
        } catch (IllegalArgumentException tooLong) {
            send(Reply.refused(id, tooLong.getMessage()));
        }
    }

    /** Has a message sent soon; ends the connection if too many are waiting. */
    void send(TrainerMessage message) {
        if (!outgoing.offer(ControlCodec.encode(message))) {
            closeSocket();
        }
    }

    private void write() {
        try (OutputStream out = socket.getOutputStream()) {
            for (byte[] frame = outgoing.take(); frame != END; frame = outgoing.take()) {
                out.write(frame);
            }
        } catch (IOException gone) {
            // the reader notices it as well
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends what is waiting, if the IDE reads it, and closes the connection. */
    @Override
    public void close() {
        boolean ends = writer.isAlive() && outgoing.offer(END);
        try {
            if (ends) {
                writer.join(LAST_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writer.interrupt();
        closeSocket();
    }

    private void closeSocket() {
        try {
            socket.close();
        } catch (IOException broken) {
            // closing was all that was wanted of it
        }
    }
}
