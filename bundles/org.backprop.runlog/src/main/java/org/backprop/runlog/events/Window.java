package org.backprop.runlog.events;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The part of a file that is in memory, moved forward while reading. */
final class Window {
    private static final int CHUNK = 1 << 18;

    private final FileChannel channel;
    private byte[] bytes = new byte[0];
    private long start;
    private int length;

    Window(FileChannel channel) {
        this.channel = channel;
    }

    byte[] array() {
        return bytes;
    }

    /** Brings the bytes from {@code position} on into the array; returns their index, or -1 if the file has fewer. */
    int load(long position, int wanted) throws IOException {
        if (position < start || position + wanted > start + length) {
            fill(position, wanted);
        }
        return length - (position - start) < wanted ? -1 : (int) (position - start);
    }

    private void fill(long position, int wanted) throws IOException {
        int capacity = (int) Math.max(wanted, Math.min(CHUNK, Math.max(0, channel.size() - position)));
        if (bytes.length < capacity) {
            bytes = new byte[capacity];
        }
        ByteBuffer target = ByteBuffer.wrap(bytes);
        start = position;
        while (target.hasRemaining() && channel.read(target, position + target.position()) > 0) {
            continue;
        }
        length = target.position();
    }
}
