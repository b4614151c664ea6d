package org.backprop.runlog.control;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the lines of a control connection with a bound on their length and their number. Not thread-safe. */
public final class FrameReader {
    /** Longest line in bytes, without its line feed. */
    public static final int MAX_BYTES = 64 * 1024;

    private final InputStream in;
    private final RateLimit rate;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);

    /** A reader of {@code in}, which stays the caller's to close. */
    public FrameReader(InputStream in) {
        this(in, new RateLimit());
    }

    /** The same with another bound on the number of lines in a second. */
    public FrameReader(InputStream in, RateLimit rate) {
        this.in = new BufferedInputStream(in);
        this.rate = rate;
    }

    /**
     * Waits for the next line.
     *
     * @return the line without its line feed; empty at the end of the stream
     * @throws MalformedFrameException if it is longer than {@link #MAX_BYTES}, not UTF-8, cut off by the stream's end, or
     *     one too many in a second
     * @throws IOException if the connection fails
     */
    public Optional<String> read() throws IOException {
        line.reset();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 && line.size() == 0) {
                return Optional.empty();
            }
            if (next < 0) {
                throw new MalformedFrameException("the connection ended within a line");
            }
            if (line.size() == MAX_BYTES) {
                throw new MalformedFrameException("a line is longer than " + MAX_BYTES + " bytes");
            }
            line.write(next);
        }
        rate.count();
        return Optional.of(text());
    }

    private String text() throws MalformedFrameException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedFrameException("a line is not UTF-8", e);
        }
    }
}
