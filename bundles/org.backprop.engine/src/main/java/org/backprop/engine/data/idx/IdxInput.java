package org.backprop.engine.data.idx;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.backprop.engine.data.DataException;

/** The bytes of a file, unpacked if they are packed with gzip, and where in them reading stands. */
final class IdxInput implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final byte[] MAGIC = {0x1F, (byte) 0x8B};

    private final Path file;
    private InputStream in;
    private boolean packed;
    private long offset;

    private IdxInput(Path file) {
        this.file = file;
    }

    /** Opens a file; whether it is packed is told by its first bytes, not its name. */
    static IdxInput open(Path file) throws DataException {
        IdxInput input = new IdxInput(file);
        try {
            input.in = Files.newInputStream(file);
            byte[] magic = input.in.readNBytes(MAGIC.length);
            input.packed = Arrays.equals(magic, MAGIC);
            PushbackInputStream whole = new PushbackInputStream(input.in, MAGIC.length);
            whole.unread(magic);
            input.in = new BufferedInputStream(input.packed ? new GZIPInputStream(whole, BUFFER) : whole, BUFFER);
            return input;
        } catch (IOException e) {
            input.close();
            throw input.failed(e);
        }
    }

    boolean packed() {
        return packed;
    }

    /** Bytes read so far. */
    long offset() {
        return offset;
    }

    int readInt(String what) throws DataException {
        return ByteBuffer.wrap(read(Integer.BYTES, what)).getInt();
    }

    /**
     * The next bytes.
     *
     * @param what what they are, for the message if the file ends before
     */
    byte[] read(int count, String what) throws DataException {
        byte[] bytes = new byte[count];
        try {
            int read = in.readNBytes(bytes, 0, count);
            offset += read;
            if (read < count) {
                throw truncated(what);
            }
            return bytes;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Leaves out the next bytes, without reading them where the file can be read from anywhere.
     *
     * @param what what they are, for the message if the file ends before
     */
    void skip(long count, String what) throws DataException {
        try {
            in.skipNBytes(count);
            offset += count;
        } catch (EOFException e) {
            throw truncated(what);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Makes sure that nothing follows. */
    void end() throws DataException {
        try {
            if (in.read() >= 0) {
                throw error(
                        offset,
                        "the file goes on after the last value; its header or its end is damaged, get it again");
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** An exception about a place in the file. */
    DataException error(long at, String message) {
        return new DataException("%s: byte %,d%s: %s".formatted(file, at, packed ? " unpacked" : "", message));
    }

    @Override
    public void close() throws DataException {
        try {
            if (in != null) {
                in.close();
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private DataException truncated(String what) {
        return error(offset, "the file ends within %s; it is truncated, get it again".formatted(what));
    }

    private DataException failed(IOException e) {
        DataException exception = switch (e) {
            case NoSuchFileException missing ->
                new DataException(file + ": there is no such file; correct data.idx.path");
            case EOFException end -> error(offset, "the packed data ends early; the file is truncated, get it again");
            case ZipException damaged ->
                error(
                        offset,
                        "the packed data is damaged here or soon after (%s); get it again".formatted(e.getMessage()));
            default -> new DataException("%s: cannot be read: %s".formatted(file, e.getMessage()));
        };
        exception.initCause(e);
        return exception;
    }
}
