package org.backprop.core.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.FileLocator;

/**
 * A main class that behaves towards the IDE as the trainer does, without training: it connects, prints its arguments,
 * and obeys "stop", or, with {@code -Dfake=deaf}, ignores it; with {@code -Dfake=quick} it exits at once.
 */
final class FakeTrainer {
    static final int STOPPED = 130;

    private FakeTrainer() {}

    /** Finds this class where a virtual machine can load it, whatever the shape of the test bundle. */
    static TrainerProgram program() throws IOException {
        URL resource = FakeTrainer.class.getResource(FakeTrainer.class.getSimpleName() + ".class");
        Path classes = Path.of(FileLocator.toFileURL(resource).getPath());
        for (int level = FakeTrainer.class.getName().split("\\.").length; level > 0; level--) {
            classes = classes.getParent();
        }
        return new TrainerProgram(List.of(classes), FakeTrainer.class.getName());
    }

    public static void main(String[] arguments) throws IOException {
        System.out.println(String.join(" ", arguments));
        System.out.println("MARK=" + System.getenv("MARK"));
        if (System.getProperty("fake", "").equals("quick")) {
            return;
        }
        int port = Integer.parseInt(System.getenv("BACKPROP_CONTROL_PORT"));
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            send(socket, "{\"token\":\"" + System.getenv("BACKPROP_CONTROL_TOKEN") + "\"}");
            send(socket, "{\"event\":\"run\",\"path\":\"" + System.getProperty("user.dir") + "\"}");
            System.out.println("connected");
            System.exit(listen(socket));
        }
    }

    private static int listen(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println("received " + line);
            if (!System.getProperty("fake", "").equals("deaf")) {
                send(socket, "{\"id\":" + line.replaceAll(".*\"id\":(\\d+).*", "$1") + ",\"ok\":true}");
                return STOPPED;
            }
        }
        return 3;
    }

    private static void send(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
