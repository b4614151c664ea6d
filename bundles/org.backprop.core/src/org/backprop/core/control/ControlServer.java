package org.backprop.core.control;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

import org.backprop.runlog.control.Command;
import org.backprop.runlog.control.ControlEnvironment;
import org.backprop.runlog.control.FrameReader;
import org.backprop.runlog.control.Token;

/**
 * The IDE's end of the control connection of one trainer.
 *
 * <p>It listens on a port of the loopback interface as long as the trainer lives, and talks to one client at a time that
 * sends the token, from the first until the trainer has ended; everybody else is cut off. All methods return at once and may
 * be called on any thread.
 */
public final class ControlServer implements AutoCloseable {
    private static final int HELLO_MILLIS = 10_000;
    private static final int BACKLOG = 8;
    private static final int MOST_STRANGERS = 16;

    private final ServerSocket socket;
    private final Token token;
    private final Door door;
    private final Semaphore strangers = new Semaphore(MOST_STRANGERS);
    private final Conversation conversation = new Conversation();

    private ControlServer(ServerSocket socket, Token token) {
        this.socket = socket;
        this.token = token;
        door = new Door(token);
    }

    /**
     * Opens a server on a free port.
     *
     * @throws IOException if the loopback interface has none
     */
    public static ControlServer open() throws IOException {
        return open(0, Token.random());
    }

    /**
     * Opens a server where a trainer that has lost its IDE looks for one.
     *
     * @throws IOException if the port is taken
     */
    public static ControlServer reopen(int port, String token) throws IOException {
        return open(port, Token.of(token));
    }

    private static ControlServer open(int port, Token token) throws IOException {
        var server = new ControlServer(new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress()), token);
        Thread.ofVirtual().name("backprop-control").start(server::accept);
        return server;
    }

    /** Returns the environment variables that tell the trainer where to connect. */
    public Map<String, String> environment() {
        return Map.of(ControlEnvironment.PORT, Integer.toString(port()), ControlEnvironment.TOKEN, token());
    }

    /** Returns the port. */
    public int port() {
        return socket.getLocalPort();
    }

    /** Returns the token, a secret. */
    public String token() {
        return token.text();
    }

    /** Completes with the run folder when the trainer announces it; fails if the trainer ends before. */
    public CompletableFuture<Path> run() {
        return conversation.run();
    }

    /** Whether the trainer is connected now. */
    public boolean isConnected() {
        return conversation.isConnected();
    }

    /** What the trainer does, as it has said. */
    public RunControl.State state() {
        return conversation.state();
    }

    /** Has {@code listener} called, on any thread, after each change of {@link #run}, {@link #isConnected}, {@link #state}. */
    public void addListener(Runnable listener) {
        conversation.addListener(listener);
    }

    /**
     * Sends a command; once the trainer has connected, if it has not.
     *
     * @return completes with what the command found out when the trainer has done it; fails with an {@link IOException} if it
     *     refuses, or if the connection ends before
     */
    public CompletableFuture<Map<String, Object>> send(Command command) {
        return conversation.send(command);
    }

    /** Asks the trainer to stop after the current batch and to write a checkpoint, as {@link #send}. */
    public CompletableFuture<Map<String, Object>> stop() {
        return send(Command.Signal.STOP);
    }

    /**
     * Frees the port when the trainer has ended. What it has sent is still read; then {@link #run()} and the commands that
     * it has not answered fail.
     */
    public void trainerEnded() {
        closeQuietly(socket);
        conversation.endWithConnection();
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
            // by close() or trainerEnded()
        }
    }

    @SuppressWarnings("resource") // the reader does not own the stream
    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(HELLO_MILLIS);
            var reader = new FrameReader(client.getInputStream());
            if (isTrainer(reader, client) && conversation.begin(client)) {
                client.setSoTimeout(0);
                conversation.listen(reader);
            }
        } catch (IOException failed) {
            // a stranger that did not say hello in time, or the trainer has gone: listen() has taken note of it
        }
    }

    @SuppressWarnings("resource") // the stream lives as long as the client
    private boolean isTrainer(FrameReader reader, Socket client) throws IOException {
        if (!strangers.tryAcquire()) {
            return false;
        }
        try {
            return door.isTrainer(reader, client.getOutputStream());
        } finally {
            strangers.release();
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
