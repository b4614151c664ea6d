package org.backprop.core.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.opentest4j.AssertionFailedError;

/** The other end of the wire, byte for byte. */
final class RawClient implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 20_000;
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

    private final Socket socket;
    private final BufferedReader in;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    static String id(String command) {
        Matcher id = ID.matcher(command);
        if (!id.find()) {
            throw new AssertionFailedError("no id in " + command);
        }
        return id.group(1);
    }

    void send(String line) throws IOException {
        try {
            socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (SocketException closedMeanwhile) {
            // the other end may give up before the whole line is there
        }
    }

    String receive() throws IOException {
        return in.readLine();
    }

    /** Waits until the other end closes the connection. */
    void awaitClosed() throws IOException {
        try {
            String line = in.readLine();
            if (line != null) {
                throw new AssertionFailedError("not closed, but sent " + line);
            }
        } catch (SocketException reset) {
            // closed with unread data
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
