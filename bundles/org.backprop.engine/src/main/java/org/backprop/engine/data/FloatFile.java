package org.backprop.engine.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Floats in a temporary file, which is mapped to memory to be read. Where the system allows
 * that, it has no name from the beginning, else it is removed when it is closed.
 */
final class FloatFile implements FloatStore {

    private static final int BUFFER = 1 << 18;

    /** Bytes of a mapping, at most. */
    private static final int MOST_MAPPED = 1 << 30;

    private final Path folder;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.nativeOrder());

    /** An empty file in the system's folder for temporary files. */
    FloatFile() throws DataException {
        this(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** An empty file in a folder. */
    FloatFile(Path folder) throws DataException {
        this.folder = folder;
        Path file = folder.resolve("backprop-" + UUID.randomUUID() + ".f32");
        try {
            channel = FileChannel.open(
                    file,
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void add(float value, String what) throws DataException {
        if (!buffer.hasRemaining()) {
            flush();
        }
        buffer.putFloat(value);
    }

    private void flush() throws DataException {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw failed(e);
        }
        buffer.clear();
    }

    @Override
    public Features features(int width) throws DataException {
        flush();
        try (channel) {
            long rowBytes = (long) width * Float.BYTES;
            int rowsPerPart = (int) Math.max(1, MOST_MAPPED / rowBytes);
            long rows = channel.size() / rowBytes;
            List<FloatBuffer> parts = new ArrayList<>();
            for (long from = 0; from < rows; from += rowsPerPart) {
                long bytes = Math.min(rowsPerPart, rows - from) * rowBytes;
                parts.add(channel.map(FileChannel.MapMode.READ_ONLY, from * rowBytes, bytes)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer());
            }
            return new MappedFeatures(List.copyOf(parts), rowsPerPart, Math.toIntExact(rows), width);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private DataException failed(IOException e) {
        return new DataException(
                "the features cannot be kept in a file in %s: %s; free space there, or name another folder by -Djava.io.tmpdir"
                        .formatted(folder, e.getMessage()),
                e);
    }
}
