package org.backprop.engine.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.backprop.runlog.control.Command;
import org.backprop.runlog.control.ControlCodec;
import org.backprop.runlog.control.ControlEnvironment;
import org.backprop.runlog.control.FrameReader;
import org.backprop.runlog.control.Hello;
import org.backprop.runlog.control.MalformedFrameException;
import org.backprop.runlog.control.Reply;
import org.backprop.runlog.control.Request;
import org.backprop.runlog.control.RunAnnounced;

/**
 * The trainer's end of the control connection. The IDE binds the port; the trainer connects to it on loopback, proves by
 * the token that it is the one, and obeys. When the IDE goes away the training goes on.
 */
public final class ControlClient implements AutoCloseable {
    private final Socket socket;
    private final Consumer<Command> commands;

    private ControlClient(Socket socket, Consumer<Command> commands) {
        this.socket = socket;
        this.commands = commands;
    }

    /**
     * Connects to where the environment points.
     *
     * @param environment the process's environment
     * @param commands takes the commands, on a thread of this client
     * @return empty if nobody controls this trainer
     */
    public static Optional<ControlClient> connect(Map<String, String> environment, Consumer<Command> commands)
            throws IOException {
        String port = environment.get(ControlEnvironment.PORT);
        String token = environment.get(ControlEnvironment.TOKEN);
        if (port == null || token == null) {
            return Optional.empty();
        }
        ControlClient client;
        try {
            client = new ControlClient(new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port)), commands);
        } catch (IllegalArgumentException e) {
            throw new IOException(ControlEnvironment.PORT + " is not a port: " + port, e);
        }
        client.send(ControlCodec.encode(new Hello(token)));
        Thread.ofPlatform().daemon().name("backprop-control").start(client::serve);
        return Optional.of(client);
    }

    /** Tells the IDE where the run is. */
    public void announce(RunAnnounced run) throws IOException {
        send(ControlCodec.encode(run));
    }

    private void serve() {
        try {
            FrameReader frames = new FrameReader(socket.getInputStream());
            for (Optional<String> line = frames.read(); line.isPresent(); line = frames.read()) {
                Request request = ControlCodec.decodeRequest(line.get());
                commands.accept(request.command());
                send(ControlCodec.encode(Reply.done(request.id())));
            }
        } catch (MalformedFrameException e) {
            System.err.println("backprop: the control connection is closed, it sent something else than a command: "
                    + e.getMessage());
            close();
        } catch (IOException e) {
            close();
        }
    }

    private synchronized void send(byte[] frame) throws IOException {
        socket.getOutputStream().write(frame);
        socket.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            System.err.println("backprop: closing the control connection: " + e.getMessage());
        }
    }
}
