package org.backprop.runlog.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/**
 * Keeps every other trainer out of a run folder, until it is closed or this process ends, however it ends. The lock is the
 * operating system's, on a file that stays in the folder; where the file system knows no locks there is none.
 */
public final class RunLock implements Closeable {
    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Locks a folder.
     *
     * @throws RunInUseException if another trainer has locked it
     * @throws IOException if the folder cannot be written
     */
    public static RunLock acquire(RunFolder folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isTaken(channel)) {
            channel.close();
            throw new RunInUseException(folder);
        }
        return new RunLock(channel);
    }

    private static boolean isTaken(FileChannel channel) {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException here) {
            return true;
        } catch (IOException noLocks) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
