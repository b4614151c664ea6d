package org.backprop.runlog.events;

import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.backprop.runlog.internal.Host;
import org.backprop.runlog.tensor.Tensor;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;

/**
 * Writes one TensorBoard event file.
 *
 * <p>Consecutive values of one step share a record. Records stay in memory until {@link #flush()}, {@link #close()} or until
 * one MiB has gathered; whole records reach the file in one write. A scalar costs no allocation. Not thread-safe.
 * After an {@code IOException} the file may end in a torn record; all that is left to do is to close the writer.
 */
public final class EventWriter implements Closeable, Flushable {
    /** Name of the TensorBoard plugin under which tensors are written. */
    public static final String PLUGIN = "backprop";

    private static final int DRAIN = 1 << 20;
    private static final String PREFIX = "events.out.tfevents.";
    private static final Pattern NAME = Pattern.compile(Pattern.quote(PREFIX) + "(\\d{1,10})\\.");

    private final Path file;
    private final InstantSource clock;
    private final OutputStream out;
    private final Bytes records = new Bytes();
    private final Bytes event = new Bytes();
    private final CodedOutputStream eventOut = CodedOutputStream.newInstance(event, 1024);
    private final SummaryEncoder summary = new SummaryEncoder();
    private final byte[] header = new byte[Framing.HEADER];
    private long step;
    private double wallTime;

    private EventWriter(Path file, InstantSource clock, OutputStream out) {
        this.file = file;
        this.clock = clock;
        this.out = out;
    }

    /**
     * Creates a new event file in an existing folder, named {@code events.out.tfevents.<seconds>.<host>.<pid>.<n>}. By its name
     * it comes after all that are there, also if the clock was set back since.
     */
    public static EventWriter create(Path folder) throws IOException {
        return create(folder, InstantSource.system());
    }

    /** The same with the given clock for the file name and the wall times. */
    public static EventWriter create(Path folder, InstantSource clock) throws IOException {
        String host = Host.name().replaceAll("[^A-Za-z0-9_.-]", "-");
        String stem = PREFIX + seconds(folder, clock) + "." + host + "."
                + ProcessHandle.current().pid() + ".";
        for (int n = 0; ; n++) {
            Path file = folder.resolve(stem + n);
            try {
                OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                EventWriter writer = new EventWriter(file, clock, out);
                writer.begin();
                return writer;
            } catch (FileAlreadyExistsException taken) {
                continue;
            }
        }
    }

    private static long seconds(Path folder, InstantSource clock) throws IOException {
        long seconds = clock.instant().getEpochSecond();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.lookingAt()) {
                    seconds = Math.max(seconds, 1 + Long.parseLong(name.group(1)));
                }
            }
        }
        return seconds;
    }

    /** The file that is written. */
    public Path file() {
        return file;
    }

    /** Records a number under {@code tag}. */
    public void scalar(String tag, long atStep, float value) throws IOException {
        summaryAt(atStep).scalar(tag, value);
    }

    /** Records a distribution under {@code tag}. */
    public void histogram(String tag, long atStep, Histogram histogram) throws IOException {
        summaryAt(atStep).histogram(tag, histogram);
    }

    /**
     * Records an array under {@code tag}, for the plugin {@link #PLUGIN}.
     *
     * @throws IllegalArgumentException if it takes more than 32 MiB
     */
    public void tensor(String tag, long atStep, Tensor tensor) throws IOException {
        if (tensor.data().remaining() > Framing.MAX_RECORD / 2) {
            throw new IllegalArgumentException(tensor + " is too large for an event file");
        }
        summaryAt(atStep).tensor(tag, PLUGIN, tensor);
        endSummary();
    }

    /**
     * Records the hyperparameters of the training, which begins now, for TensorBoard's page of that name.
     *
     * @param values texts by name, such as {@code training.optimizer.adam.learning_rate}
     */
    public void hyperparameters(SequencedMap<String, String> values) throws IOException {
        byte[] start = HparamsMessage.start(values, clock.millis() / 1000.0);
        summaryAt(0).metadata(HparamsMessage.START_TAG, HparamsMessage.PLUGIN, start);
        endSummary();
    }

    /** Records for the same page how the training ended. */
    public void ended(boolean success) throws IOException {
        byte[] end = HparamsMessage.end(success, clock.millis() / 1000.0);
        summaryAt(0).metadata(HparamsMessage.END_TAG, HparamsMessage.PLUGIN, end);
        endSummary();
    }

    /** Records the network, for TensorBoard's page of graphs. */
    public void graph(List<GraphNode> nodes) throws IOException {
        endSummary();
        byte[] graph = GraphMessage.of(nodes);
        head(clock.millis() / 1000.0, 0);
        eventOut.writeByteArray(Schema.EVENT_GRAPH, graph);
        endRecord();
    }

    /** Records that training (re)starts at {@code atStep}: what other files say about this step or later is superseded. */
    public void sessionStart(long atStep) throws IOException {
        endSummary();
        head(clock.millis() / 1000.0, atStep);
        nested(
                Schema.EVENT_SESSION_LOG,
                CodedOutputStream.computeEnumSize(Schema.SESSION_STATUS, Schema.SESSION_START));
        eventOut.writeEnum(Schema.SESSION_STATUS, Schema.SESSION_START);
        endRecord();
    }

    @Override
    public void flush() throws IOException {
        endSummary();
        drain();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }

    private void begin() throws IOException {
        head(clock.millis() / 1000.0, 0);
        eventOut.writeString(Schema.EVENT_FILE_VERSION, "brain.Event:2");
        endRecord();
        drain();
    }

    private SummaryEncoder summaryAt(long atStep) throws IOException {
        if (atStep != step || summary.isEmpty() || summary.size() > DRAIN) {
            endSummary();
            step = atStep;
            wallTime = clock.millis() / 1000.0;
        }
        return summary;
    }

    private void endSummary() throws IOException {
        if (summary.isEmpty()) {
            return;
        }
        Bytes message = summary.message();
        head(wallTime, step);
        nested(Schema.EVENT_SUMMARY, message.size());
        eventOut.write(message.array(), 0, message.size());
        endRecord();
        summary.clear();
    }

    private void head(double time, long atStep) throws IOException {
        eventOut.writeDouble(Schema.EVENT_WALL_TIME, time);
        eventOut.writeInt64(Schema.EVENT_STEP, atStep);
    }

    private void nested(int field, int size) throws IOException {
        eventOut.writeTag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        eventOut.writeUInt32NoTag(size);
    }

    private void endRecord() throws IOException {
        eventOut.flush();
        Framing.header(event.size(), header);
        records.write(header, 0, header.length);
        records.write(event.array(), 0, event.size());
        records.writeIntLittleEndian(Framing.maskedCrc(event.array(), 0, event.size()));
        event.reset();
        if (records.size() >= DRAIN) {
            drain();
        }
    }

    private void drain() throws IOException {
        try {
            out.write(records.array(), 0, records.size());
        } finally {
            records.reset();
        }
    }
}
