package org.backprop.spark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.backprop.engine.run.Checkpoints;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.sweep.SweepFolder;

/** The driver's copy of what a trial records on an executor, or on one executor after another. */
final class TrialRecord {
    private final SweepFolder sweep;
    private final Path run;
    private final Path output;
    private Socket trial;
    private boolean listening;
    private boolean stopping;

    /**
     * A copy.
     *
     * @param sweep the sweep
     * @param run the folder of the run, which may have a checkpoint to go on from
     * @param output receives what the trial prints
     */
    TrialRecord(SweepFolder sweep, Path run, Path output) {
        this.sweep = sweep;
        this.run = run;
        this.output = output;
    }

    /** Whether the trial has ever begun. */
    synchronized boolean hasBegun() {
        return trial != null;
    }

    /** Asks the trial to end with a checkpoint, now or when it begins. */
    synchronized void stop() throws IOException {
        stopping = true;
        if (listening) {
            trial.getOutputStream().write(Wire.STOP);
        }
    }

    /** Adds a line to what the trial prints. */
    void print(String line) throws IOException {
        Files.writeString(output, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Sends the files to start from, then records until the trial ends or its connection does. */
    void take(Socket socket) throws IOException {
        synchronized (this) {
            if (trial != null) {
                trial.close();
            }
            trial = socket;
            listening = false;
        }
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        sendStart(out);
        out.flush();
        synchronized (this) {
            listening = true;
            if (stopping) {
                out.write(Wire.STOP);
                out.flush();
            }
        }
        DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        for (int kind = in.read(); kind != Wire.END; kind = in.read()) {
            record(kind, in);
        }
        out.write(Wire.RECORDED);
        out.flush();
        in.read();
    }

    private void sendStart(DataOutputStream out) throws IOException {
        RunFolder folder = new RunFolder(run);
        boolean goesOn = Files.exists(new Checkpoints(folder).stateFile());
        if (!goesOn) {
            for (Path left : FilesIn.folder(run)) {
                Files.delete(left);
            }
        }
        List<Path> files = FilesIn.folder(run);
        out.writeInt(files.size() + 1);
        send(out, sweep.infoFile());
        for (Path file : files) {
            send(out, file);
        }
    }

    private void send(DataOutputStream out, Path file) throws IOException {
        Wire.send(out, runs().relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
    }

    private Path runs() {
        return sweep.path().getParent();
    }

    private void record(int kind, DataInputStream in) throws IOException {
        switch (kind) {
            case Wire.PRINT ->
                Files.write(output, Wire.receive(in), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            case Wire.APPEND -> {
                Path file = file(in.readUTF());
                long offset = in.readLong();
                append(file, offset, Wire.receive(in));
            }
            case Wire.REPLACE -> replace(file(in.readUTF()), Wire.receive(in));
            default -> throw new IOException("the connection ended");
        }
    }

    /** A file in the folder of the run, and nowhere else. */
    private Path file(String path) throws IOException {
        Path file = runs().resolve(path).normalize();
        if (!file.startsWith(run)) {
            throw new IOException("a trial may not write " + file);
        }
        Files.createDirectories(file.getParent());
        return file;
    }

    private static void append(Path file, long offset, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left, offset + left.position());
            }
        }
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.write(part, content);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
