package org.backprop.engine.data.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds where a file that should be UTF-8 is not. */
final class Utf8 {

    private static final int BLOCK = 1 << 16;

    private Utf8() {}

    /** Words for a message: the first byte that is not UTF-8. */
    static String firstFault(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return "byte %,d is not UTF-8 text".formatted(offset(in));
        } catch (IOException e) {
            return "not UTF-8 text";
        }
    }

    private static long offset(InputStream in) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
        CharBuffer text = CharBuffer.allocate(BLOCK);
        long start = 0;
        while (true) {
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            bytes.position(bytes.position() + Math.max(read, 0)).flip();
            CoderResult result = decoder.decode(bytes, text.clear(), read < 0);
            start += bytes.position();
            if (result.isError() || read < 0) {
                return start;
            }
            bytes.compact();
        }
    }
}
