package org.backprop.spark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.backprop.engine.bench.Folders;

/** Trains a trial on an executor, in a process of its own as in a sweep on one machine, and reports to the driver. */
final class TrialTask {
    private static final long LOOK_MILLIS = 300;
    private static final long PATIENCE_SECONDS = 60;

    private final Path root;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final CountDownLatch recorded = new CountDownLatch(1);

    private TrialTask(Path root, Socket driver) throws IOException {
        this.root = root;
        in = new DataInputStream(new BufferedInputStream(driver.getInputStream()));
        out = new DataOutputStream(new BufferedOutputStream(driver.getOutputStream()));
    }

    /** Trains, and gives the exit code when all that was recorded is at the driver. */
    static int run(TrialOrder order) throws IOException, InterruptedException {
        Path root = Scratch.create("backprop-trial");
        try (Socket driver = new Socket(order.host(), order.port())) {
            return new TrialTask(root, driver).train(order);
        } finally {
            Folders.delete(root);
        }
    }

    private int train(TrialOrder order) throws IOException, InterruptedException {
        out.writeUTF(order.token());
        out.flush();
        Mirror mirror = new Mirror(root, order.run());
        receiveStart(mirror);
        Path output = root.resolve("output.log");
        Process process = TrialProcesses.start(root.resolve(order.sweep()), order.number(), output);
        try {
            Thread.ofPlatform().daemon().name("backprop-driver").start(() -> obey(process));
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                mirror.send(output, out);
            }
            mirror.send(output, out);
            out.write(Wire.END);
            out.flush();
            recorded.await();
            return process.exitValue();
        } finally {
            process.destroy();
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS); // it may write a checkpoint into the folder
        }
    }

    private void receiveStart(Mirror mirror) throws IOException {
        Files.createDirectories(root.resolve(mirror.run()));
        for (int left = in.readInt(); left > 0; left--) {
            String path = in.readUTF();
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, Wire.receive(in));
            mirror.has(file);
        }
    }

    /** The end of the process's input stops it: when the driver says so, and when the driver is gone. */
    private void obey(Process process) {
        try {
            int word = in.read();
            while (word == Wire.STOP) {
                process.getOutputStream().close();
                word = in.read();
            }
            process.getOutputStream().close();
        } catch (IOException gone) {
            process.destroy();
        } finally {
            recorded.countDown();
        }
    }
}
