package org.backprop.model.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.backprop.model.Code;
import org.backprop.model.Size2d;

/** The number of rows and columns that the header of a PNG or JPEG file gives. */
final class ImageHeader {

    private static final int PNG = 0x89504E47;
    private static final int PNG_BEFORE_SIZE = 12;
    private static final int JPEG = 0xFFD8;
    private static final int LEAST_FRAME = 0xC0;
    private static final int GREATEST_FRAME = 0xCF;

    private ImageHeader() {}

    /**
     * Reads a header.
     *
     * @throws DataFormatException if the file is no such image or ends before its size
     * @throws IOException if it cannot be read
     */
    static Size2d size(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int start = in.readInt();
            Size2d size = start == PNG ? png(in) : start >>> 16 == JPEG ? jpeg(file, in, start) : new Size2d(0, 0);
            if (size.height() < 1 || size.width() < 1) {
                throw malformed(file, "not a PNG or JPEG image; remove it or save it again");
            }
            return size;
        } catch (EOFException e) {
            throw malformed(file, "the image ends inside its header; remove it or save it again");
        }
    }

    private static Size2d png(DataInputStream in) throws IOException {
        in.skipNBytes(PNG_BEFORE_SIZE);
        int width = in.readInt();
        return new Size2d(in.readInt(), width);
    }

    /** Skips segments, each a marker and a length, until that of the frame. */
    private static Size2d jpeg(Path file, DataInputStream in, int start) throws IOException {
        int marker = start & 0xFFFF;
        while (!isFrame(marker)) {
            if (marker >>> 8 != 0xFF) {
                throw malformed(file, "the JPEG header is damaged; remove the image or save it again");
            }
            if (marker != 0xFFFF) {
                in.skipNBytes(Math.max(0, in.readUnsignedShort() - 2));
                marker = in.readUnsignedShort();
            } else {
                marker = 0xFF00 | in.readUnsignedByte();
            }
        }
        in.skipNBytes(3);
        int height = in.readUnsignedShort();
        return new Size2d(height, in.readUnsignedShort());
    }

    /** SOF0 to SOF15; in between are DHT (C4), JPG (C8) and DAC (CC). */
    private static boolean isFrame(int marker) {
        int kind = marker & 0xFF;
        return marker >>> 8 == 0xFF && kind >= LEAST_FRAME && kind <= GREATEST_FRAME && kind % 4 != 0
                || marker == (0xFF00 | LEAST_FRAME);
    }

    private static DataFormatException malformed(Path file, String message) {
        return new DataFormatException(Code.DATA_UNREADABLE, "path", file + ": " + message);
    }
}
