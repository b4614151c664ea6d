package org.backprop.spark;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where the trials of a sweep report to: a port of the driver, for those that know a token. */
final class TrialServer implements AutoCloseable {
    private final ServerSocket socket;
    private final String host;
    private final Map<String, TrialRecord> expected = new ConcurrentHashMap<>();

    /** @param host name or address of this machine by which executors know it */
    TrialServer(String host) {
        this.host = host;
        try {
            socket = new ServerSocket(0, 0, InetAddress.getByName(host));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("backprop-trials").start(this::accept);
    }

    String host() {
        return host;
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Lets a trial with this token report to a record. */
    void expect(String token, TrialRecord record) {
        expected.put(token, record);
    }

    /** The trial has ended. */
    void forget(String token) {
        expected.remove(token);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket trial = socket.accept();
                Thread.ofPlatform().daemon().name("backprop-trial").start(() -> serve(trial));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket trial) {
        try (trial) {
            TrialRecord record = expected.get(new DataInputStream(trial.getInputStream()).readUTF());
            if (record != null) {
                record.take(trial);
            }
        } catch (IOException lost) {
            // Spark sees that the executor is gone, and starts the trial again.
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
