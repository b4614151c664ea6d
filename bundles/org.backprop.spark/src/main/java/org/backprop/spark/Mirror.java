package org.backprop.spark;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends what has changed in the folder of a run. Events are sent before the checkpoint that was read before them: where the
 * trial goes on elsewhere, nothing recorded up to the checkpoint is missing.
 */
final class Mirror {
    private static final int MOST_AT_ONCE = 1 << 24;

    private final Path root;
    private final String run;
    private final Map<Path, Sent> sent = new HashMap<>();

    /** @param root folder that the run's folder, named {@code run}, lies in */
    Mirror(Path root, String run) {
        this.root = root;
        this.run = run;
    }

    /** What the driver has of a file: up to which byte, and as it was when. */
    private record Sent(long length, FileTime time) {}

    /** A file with its content. */
    private record Whole(Path file, byte[] content) {}

    String run() {
        return run;
    }

    /** Takes note that the driver has a file. */
    void has(Path file) throws IOException {
        sent.put(file, state(file));
    }

    private static Sent state(Path file) throws IOException {
        return new Sent(Files.size(file), Files.getLastModifiedTime(file));
    }

    /** Sends all that is new, and what the process has printed. */
    void send(Path output, DataOutputStream out) throws IOException {
        List<Path> files = FilesIn.folder(root.resolve(run)).stream()
                .filter(file -> !file.endsWith("trainer.lock"))
                .filter(file -> !file.getFileName().toString().startsWith("."))
                .toList();
        List<Whole> wholes = new ArrayList<>();
        for (Path file : files) {
            if (!grows(file) && !state(file).equals(sent.get(file))) {
                has(file);
                wholes.add(new Whole(file, Files.readAllBytes(file)));
            }
        }
        for (Path file : files) {
            if (grows(file)) {
                sendRest(file, out);
            }
        }
        for (Whole whole : wholes) {
            out.write(Wire.REPLACE);
            Wire.send(out, path(whole.file()), whole.content());
        }
        sendPrinted(output, out);
        out.flush();
    }

    private static boolean grows(Path file) {
        String name = file.getFileName().toString();
        return name.contains("tfevents") || name.endsWith(".jsonl");
    }

    private String path(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private void sendRest(Path file, DataOutputStream out) throws IOException {
        for (byte[] rest = rest(file); rest.length > 0; rest = rest(file)) {
            out.write(Wire.APPEND);
            out.writeUTF(path(file));
            long from = from(file);
            out.writeLong(from);
            out.writeInt(rest.length);
            out.write(rest);
            sent.put(file, new Sent(from + rest.length, FileTime.fromMillis(0)));
        }
    }

    private void sendPrinted(Path output, DataOutputStream out) throws IOException {
        byte[] rest = rest(output);
        if (rest.length > 0) {
            out.write(Wire.PRINT);
            out.writeInt(rest.length);
            out.write(rest);
            sent.put(output, new Sent(from(output) + rest.length, FileTime.fromMillis(0)));
        }
    }

    private long from(Path file) {
        return sent.containsKey(file) ? sent.get(file).length() : 0;
    }

    private byte[] rest(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long from = from(file);
            ByteBuffer rest = ByteBuffer.allocate((int) Math.min(MOST_AT_ONCE, Math.max(0, channel.size() - from)));
            while (rest.hasRemaining() && channel.read(rest, from + rest.position()) >= 0) {
                continue;
            }
            byte[] read = new byte[rest.position()];
            rest.flip().get(read);
            return read;
        }
    }
}
