package org.backprop.runlog.run;

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
record FileStamp(long size, Instant modified, Object key) {
    /** The file does not exist. */
    static final FileStamp NONE = new FileStamp(-1, Instant.MIN, null);

    static FileStamp of(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(
                    attributes.size(), attributes.lastModifiedTime().toInstant(), attributes.fileKey());
        } catch (IOException absent) {
            return NONE;
        }
    }
}
