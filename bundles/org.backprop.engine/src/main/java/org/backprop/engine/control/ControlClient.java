package org.backprop.engine.control;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;

import org.backprop.runlog.control.ControlEnvironment;
import org.backprop.runlog.control.MalformedFrameException;
import org.backprop.runlog.control.RunAnnounced;
import org.backprop.runlog.control.RunState;
import org.backprop.runlog.control.StateAnnounced;
import org.backprop.runlog.control.Token;
import org.backprop.runlog.control.TrainerMessage;

/**
 * The trainer's end of the control connection. The IDE binds the port; the trainer connects to it on loopback, proves by
 * the token that it is the one, and obeys. When the IDE goes away the training goes on, and this keeps trying the same port
 * until an IDE that knows the token listens there again. No method waits for the IDE.
 */
public final class ControlClient implements AutoCloseable {
    private static final long RETRY_MILLIS = 1000;

    private final int port;
    private final Token token;
    private final CommandTarget target;

    // Guarded by this object's monitor.
    private TrainerMessage run;
    private TrainerMessage state;
    private Connection connection;
    private boolean closed;

    private ControlClient(int port, Token token, CommandTarget target) {
        this.port = port;
        this.token = token;
        this.target = target;
    }

    /**
     * Connects to where the environment points, and again whenever that is lost.
     *
     * @param environment the process's environment
     * @param target takes the commands
     * @return empty if nobody controls this trainer
     * @throws IOException if the environment names no port
     */
    public static Optional<ControlClient> connect(Map<String, String> environment, CommandTarget target)
            throws IOException {
        String port = environment.get(ControlEnvironment.PORT);
        String token = environment.get(ControlEnvironment.TOKEN);
        if (port == null || token == null) {
            return Optional.empty();
        }
        ControlClient client = new ControlClient(port(port), Token.of(token), target);
        Optional<Connection> first = client.first();
        Thread.ofPlatform().daemon().name("backprop-control").start(() -> client.stayConnected(first));
        return Optional.of(client);
    }

    private static int port(String text) throws IOException {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 1 << 16) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // reported below, as another number is
        }
        throw new IOException(ControlEnvironment.PORT + " is not a port: " + text);
    }

    /** Tells the IDE, and each one that comes later, where the run is. */
    public synchronized void announce(RunAnnounced announced) {
        run = announced;
        tell(announced);
    }

    /** Tells the IDE, and each one that comes later, what the trainer does. */
    public synchronized void announce(RunState announced) {
        state = new StateAnnounced(announced);
        tell(state);
    }

    private void tell(TrainerMessage message) {
        if (connection != null) {
            connection.send(message);
        }
    }

    /** The connection to the IDE that has just started this process; empty if that has gone already. */
    private Optional<Connection> first() {
        try {
            Connection opened = open();
            opened.greet(token);
            begin(opened);
            return Optional.of(opened);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private Connection open() throws IOException {
        return new Connection(new Socket(InetAddress.getLoopbackAddress(), port), target);
    }

    private void stayConnected(Optional<Connection> first) {
        first.ifPresent(this::serve);
        while (!isClosed()) {
            pause();
            reconnect();
        }
    }

    private void serve(Connection opened) {
        try (opened) {
            opened.serve();
        } catch (MalformedFrameException e) {
            System.err.println("backprop: the control connection is closed, it sent something else than a command: "
                    + e.getMessage());
        } catch (IOException lost) {
            // the IDE has gone; the training goes on
        } finally {
            end();
        }
    }

    @SuppressWarnings("resource") // serve closes it
    private void reconnect() {
        Connection opened;
        try {
            opened = open();
        } catch (IOException nobody) {
            return;
        }
        try {
            opened.challenge(token);
            opened.greet(token);
        } catch (IOException stranger) {
            opened.close();
            return;
        }
        begin(opened);
        serve(opened);
    }

    private synchronized void begin(Connection opened) {
        connection = opened;
        if (run != null) {
            tell(run);
        }
        if (state != null) {
            tell(state);
        }
    }

    private synchronized void end() {
        connection = null;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void pause() {
        try {
            if (!closed) {
                wait(RETRY_MILLIS);
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** Ends the connection when what was said before has been sent, or cannot be. */
    @Override
    public void close() {
        Connection last;
        synchronized (this) {
            closed = true;
            notifyAll();
            last = connection;
        }
        if (last != null) {
            last.close();
        }
    }
}
