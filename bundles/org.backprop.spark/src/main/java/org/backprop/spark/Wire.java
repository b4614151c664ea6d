package org.backprop.spark;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What the driver and a trial say to each other. The trial begins with its token, the driver answers with the files to start
 * from; then the trial sends what has changed in its folder, and the driver whether to stop.
 */
final class Wire {
    /** From the driver: end with a checkpoint. */
    static final int STOP = 1;

    /** From the driver: all is recorded. */
    static final int RECORDED = 2;

    /** From the trial: bytes behind those of a file that were sent before. */
    static final int APPEND = 3;

    /** From the trial: the whole content of a file. */
    static final int REPLACE = 4;

    /** From the trial: what it prints. */
    static final int PRINT = 5;

    /** From the trial: it has ended. */
    static final int END = 6;

    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    private Wire() {}

    static void send(DataOutputStream to, String path, byte[] content) throws IOException {
        to.writeUTF(path);
        to.writeInt(content.length);
        to.write(content);
    }

    static byte[] receive(DataInputStream from) throws IOException {
        int length = from.readInt();
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("a length of " + length);
        }
        byte[] content = from.readNBytes(length);
        if (content.length < length) {
            throw new IOException("the connection ended within a file");
        }
        return content;
    }
}
