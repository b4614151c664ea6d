package org.backprop.runlog.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * What tells one state of a file from another without reading it.
 *
 * @param key identity of the file in its file system, null where there is none; a replaced file has a new one
 */
public record FileStamp(long size, Instant modified, Object key) {
    /** The file does not exist. */
    public static final FileStamp NONE = new FileStamp(-1, Instant.MIN, null);

    /** The state of a file now. */
    public static FileStamp of(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(
                    attributes.size(), attributes.lastModifiedTime().toInstant(), attributes.fileKey());
        } catch (IOException absent) {
            return NONE;
        }
    }
}
