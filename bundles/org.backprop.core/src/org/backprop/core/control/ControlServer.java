package org.backprop.core.control;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.backprop.runlog.control.Command;
import org.backprop.runlog.control.ControlCodec;
import org.backprop.runlog.control.ControlEnvironment;
import org.backprop.runlog.control.FrameReader;
import org.backprop.runlog.control.MalformedFrameException;
import org.backprop.runlog.control.Token;

/**
 * The IDE's end of the control connection of one trainer.
 *
 * <p>It listens on a free port of the loopback interface before the trainer starts, accepts the first client that sends
 * the one-time token, and from then on no other. All methods return at once and may be called on any thread.
 */
public final class ControlServer implements AutoCloseable {
    private static final int HELLO_MILLIS = 10_000;
    private static final int BACKLOG = 8;

    private final ServerSocket socket;
    private final Token token = Token.random();
    private final Conversation conversation = new Conversation();

    private ControlServer(ServerSocket socket) {
        this.socket = socket;
    }

    /**
     * Opens a server on a free port.
     *
     * @throws IOException if the loopback interface has none
     */
    public static ControlServer open() throws IOException {
        var server = new ControlServer(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().name("backprop-control").start(server::accept);
        return server;
    }

    /** Returns the environment variables that tell the trainer where to connect. */
    public Map<String, String> environment() {
        return Map.of(
                ControlEnvironment.PORT,
                Integer.toString(socket.getLocalPort()),
                ControlEnvironment.TOKEN,
                token.text());
    }

    /** Completes with the run folder when the trainer announces it; fails if the connection ends before. */
    public CompletableFuture<Path> run() {
        return conversation.run();
    }

    /**
     * Asks the trainer to stop after the current batch and to write a checkpoint; once it has connected, if it has not.
     *
     * @return completes when the trainer agrees; fails with an {@link IOException} if it refuses, or if the connection
     *     ends before
     */
    public CompletableFuture<Void> stop() {
        return conversation.send(Command.Signal.STOP);
    }

    /**
     * Frees the port when the trainer has ended. What it has sent is still read; then {@link #run()} and the commands that
     * it has not answered fail.
     */
    public void trainerEnded() {
        closeQuietly(socket);
        conversation.endUnlessBegun();
    }

    /** Ends the connection and frees the port; what is not answered fails. */
    @Override
    public void close() {
        closeQuietly(socket);
        conversation.end();
    }

    @SuppressWarnings("resource") // serve closes the client
    private void accept() {
        try (socket) {
            while (!socket.isClosed()) {
                Socket client = socket.accept();
                Thread.ofVirtual().name("backprop-control-client").start(() -> serve(client));
            }
        } catch (IOException closed) {
            // by close(), or because the trainer has connected
        }
    }

    @SuppressWarnings("resource") // the reader does not own the stream
    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(HELLO_MILLIS);
            var reader = new FrameReader(client.getInputStream());
            if (isTrainer(reader) && conversation.begin(client)) {
                socket.close();
                client.setSoTimeout(0);
                conversation.listen(reader);
            }
        } catch (IOException failed) {
            // a stranger that did not say hello in time, or the trainer has gone: listen() has ended the conversation
        }
    }

    private boolean isTrainer(FrameReader reader) throws IOException {
        var line = reader.read();
        try {
            return line.isPresent() && token.matches(ControlCodec.decodeHello(line.get()));
        } catch (MalformedFrameException stranger) {
            return false;
        }
    }

    static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception alreadyBroken) {
            // closing was all that was wanted of it
        }
    }
}
