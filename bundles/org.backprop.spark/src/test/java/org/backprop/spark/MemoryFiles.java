package org.backprop.spark;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** A file system of Hadoop whose files are in the memory of this process, under {@code mem://test}; it counts what is read. */
public final class MemoryFiles extends FileSystem {
    static final URI ROOT = URI.create("mem://test");
    static final Map<String, byte[]> FILES = new ConcurrentHashMap<>();

    /** Bytes that were read of the file that was opened last by a thread, by thread and file. */
    static final Map<String, AtomicLong> READ = new ConcurrentHashMap<>();

    @Override
    public URI getUri() {
        return ROOT;
    }

    private static byte[] content(Path path) throws FileNotFoundException {
        byte[] content = FILES.get(path.toUri().getPath());
        if (content == null) {
            throw new FileNotFoundException(path.toString());
        }
        return content;
    }

    @Override
    public FSDataInputStream open(Path path, int bufferSize) throws IOException {
        AtomicLong read = new AtomicLong();
        READ.put(Thread.currentThread().getName() + " " + path.getName(), read);
        return new FSDataInputStream(new Input(content(path), read));
    }

    /** A file that is read. */
    private static final class Input extends FSInputStream {
        private final byte[] content;
        private final AtomicLong read;
        private ByteArrayInputStream in;

        Input(byte[] content, AtomicLong read) {
            this.content = content;
            this.read = read;
            in = new ByteArrayInputStream(content);
        }

        @Override
        public void seek(long position) {
            in = new ByteArrayInputStream(content);
            in.skip(position);
        }

        @Override
        public long skip(long count) {
            return in.skip(count);
        }

        @Override
        public int available() {
            return in.available();
        }

        @Override
        public long getPos() {
            return content.length - in.available();
        }

        @Override
        public boolean seekToNewSource(long position) {
            return false;
        }

        @Override
        public int read() {
            read.incrementAndGet();
            return in.read();
        }

        @Override
        public int read(byte[] to, int from, int count) {
            int got = in.read(to, from, count);
            read.addAndGet(Math.max(0, got));
            return got;
        }
    }

    @Override
    public FileStatus getFileStatus(Path path) throws FileNotFoundException {
        String folder = path.toUri().getPath() + "/";
        if (FILES.keySet().stream().anyMatch(file -> file.startsWith(folder))) {
            return new FileStatus(0, true, 1, 1, 0, path);
        }
        return new FileStatus(content(path).length, false, 1, 1, 0, path);
    }

    @Override
    public FileStatus[] listStatus(Path folder) {
        String start = folder.toUri().getPath() + "/";
        return FILES.entrySet().stream()
                .filter(file -> file.getKey().startsWith(start))
                .map(file -> new FileStatus(
                        file.getValue().length,
                        false,
                        1,
                        1,
                        0,
                        new Path(folder, file.getKey().substring(start.length()))))
                .toArray(FileStatus[]::new);
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FSDataOutputStream append(Path path, int bufferSize, Progressable progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean rename(Path from, Path to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean delete(Path path, boolean recursive) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setWorkingDirectory(Path folder) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path getWorkingDirectory() {
        return new Path(ROOT + "/");
    }

    @Override
    public boolean mkdirs(Path folder, FsPermission permission) {
        throw new UnsupportedOperationException();
    }
}
