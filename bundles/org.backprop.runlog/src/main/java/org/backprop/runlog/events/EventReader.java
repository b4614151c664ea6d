package org.backprop.runlog.events;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Follows one event file, ours or that of PyTorch, Keras or TensorFlow, while it grows.
 *
 * <p>Nothing in the file makes it throw. A record with a wrong checksum or content is skipped and reported. Where the next
 * record cannot be delimited (torn, or its header is damaged) reading waits there, {@link #waiting()} tells why, and the next
 * poll tries again. The file is open during a poll only. Not thread-safe.
 */
public final class EventReader {
    private static final int MAX_PROBLEMS = 100;
    private static final int RECORDS_PER_LOOK = 64;

    private final Path file;
    private final EventDecoder decoder = new EventDecoder();
    private final List<LogProblem> problems = new ArrayList<>();
    private LogProblem waiting;
    private boolean torn;
    private long position;
    private long sizeSeen;
    private long size;

    /** A reader that begins at the start of {@code file}. */
    public EventReader(Path file) {
        this.file = file;
    }

    /** The file that is followed. */
    public Path file() {
        return file;
    }

    /** Byte offset up to which the file has been read. */
    public long position() {
        return position;
    }

    /** Size of the file in bytes when it was last looked at. */
    public long size() {
        return size;
    }

    /** The records that were completed since the last call. */
    public List<Event> poll() {
        List<Event> events = new ArrayList<>();
        poll(events::add);
        return events;
    }

    /** Hands the records that were completed since the last call to {@code sink}, in the order of the file. */
    public void poll(Consumer<Event> sink) {
        poll(sink, () -> false);
    }

    /**
     * The same, until {@code enough} says to stop; the next poll goes on from there.
     *
     * @param enough asked every now and then
     */
    public void poll(Consumer<Event> sink, BooleanSupplier enough) {
        try {
            size = Files.size(file);
            if (size == sizeSeen) {
                return;
            }
            waiting = null;
            torn = false;
            sizeSeen = size;
            if (size < position) {
                waitAt(size, "the file is shorter than what was already read; the rest is ignored until it grows");
                return;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                Window window = new Window(channel);
                int records = 0;
                while (next(window, sink)) {
                    if (++records % RECORDS_PER_LOOK == 0 && enough.getAsBoolean()) {
                        sizeSeen = -1;
                        return;
                    }
                }
            }
        } catch (IOException e) {
            sizeSeen = -1;
            waitAt(position, "cannot be read: " + e);
        }
    }

    /** Records that were skipped, oldest first; after the hundredth, no more are listed. */
    public List<LogProblem> problems() {
        return List.copyOf(problems);
    }

    /** Whether the last poll was stopped before it had read everything. */
    public boolean isBehind() {
        return sizeSeen < 0 && waiting == null;
    }

    /** Why the bytes after {@link #position()} cannot be read yet; empty if there are none. */
    public Optional<LogProblem> waiting() {
        return Optional.ofNullable(waiting);
    }

    /** Whether it waits for the rest of a record, as is normal for a moment while the file is being written. */
    public boolean isTorn() {
        return torn;
    }

    private boolean next(Window window, Consumer<Event> sink) throws IOException {
        if (position == size) {
            return false;
        }
        int header = window.load(position, Framing.HEADER);
        if (header < 0) {
            return tornAt("its header is not complete");
        }
        long length = Framing.length(window.array(), header);
        if (length < 0) {
            return waitAt(position, "the header of a record is damaged; the rest of the file is not read");
        }
        long rest = size - position - Framing.HEADER - Framing.FOOTER;
        if (length > rest) {
            return tornAt(length + " bytes announced, " + Math.max(0, rest) + " there");
        }
        if (length > Framing.MAX_RECORD) {
            skip("a record of " + length + " bytes is skipped: more than " + Framing.MAX_RECORD);
        } else if (!read(window, (int) length, sink)) {
            return waitAt(position, "the file became shorter while it was read");
        }
        position += Framing.HEADER + length + Framing.FOOTER;
        return true;
    }

    private boolean read(Window window, int length, Consumer<Event> sink) throws IOException {
        int data = window.load(position + Framing.HEADER, length + Framing.FOOTER);
        if (data < 0) {
            return false;
        }
        if (!Framing.intact(window.array(), data, length)) {
            skip("a record is skipped: its checksum is wrong");
            return true;
        }
        Event event;
        try {
            event = decoder.decode(window.array(), data, length);
        } catch (IOException e) {
            skip("a record is skipped: " + e.getMessage());
            return true;
        }
        sink.accept(event);
        return true;
    }

    private void skip(String message) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new LogProblem(file, position, message));
        }
    }

    private boolean tornAt(String detail) {
        torn = true;
        return waitAt(position, "the last record is torn: " + detail);
    }

    private boolean waitAt(long offset, String message) {
        waiting = new LogProblem(file, offset, message);
        return false;
    }
}
