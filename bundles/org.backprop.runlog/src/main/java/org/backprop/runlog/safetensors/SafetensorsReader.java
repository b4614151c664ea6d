package org.backprop.runlog.safetensors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import org.backprop.runlog.internal.Json;
import org.backprop.runlog.internal.JsonException;
import org.backprop.runlog.tensor.DType;
import org.backprop.runlog.tensor.Tensor;

/** Reads one safetensors file, believing nothing of its header before it is checked against the file's length. */
final class SafetensorsReader {
    private static final long MAX_HEADER = 16 << 20;

    private final Path file;
    private final FileChannel channel;

    private SafetensorsReader(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static TensorFile read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new SafetensorsReader(file, channel).read();
        }
    }

    private TensorFile read() throws IOException {
        long size = channel.size();
        long headerLength = size < Long.BYTES ? -1 : bytes(0, Long.BYTES).getLong();
        if (headerLength < 0 || headerLength > size - Long.BYTES || headerLength > MAX_HEADER) {
            throw wrong(0, "not a safetensors file: the header length does not fit the " + size + " bytes of the file");
        }
        long dataStart = Long.BYTES + headerLength;
        Map<String, String> metadata = Map.of();
        List<Entry> entries = new ArrayList<>();
        try {
            Json header = Json.parse(UTF_8.newDecoder()
                    .decode(bytes(Long.BYTES, (int) headerLength))
                    .toString());
            for (String name : header.names()) {
                if (name.equals(Safetensors.METADATA)) {
                    metadata = header.object(name).stringMap();
                } else {
                    entries.add(entry(name, header.object(name)));
                }
            }
        } catch (JsonException | CharacterCodingException e) {
            throw wrong(Long.BYTES, "the header is broken: " + e.getMessage());
        }
        checkLayout(entries, size - dataStart);
        return new TensorFile(tensors(entries, dataStart), metadata);
    }

    private static Entry entry(String name, Json header) throws JsonException {
        String type = header.string("dtype");
        DType dtype = DType.named(type)
                .orElseThrow(() -> new JsonException("tensor \"" + name + "\" has the unsupported dtype " + type));
        List<Long> offsets = header.integers("data_offsets");
        if (offsets.size() != 2) {
            throw new JsonException("tensor \"" + name + "\" has " + offsets.size() + " data_offsets instead of 2");
        }
        List<Long> shape = header.integers("shape");
        long needed;
        try {
            needed = Tensor.byteSize(dtype, shape);
        } catch (IllegalArgumentException e) {
            throw new JsonException("tensor \"" + name + "\": " + e.getMessage(), e);
        }
        Entry entry = new Entry(name, dtype, shape, offsets.get(0), offsets.get(1));
        if (entry.begin < 0 || entry.end < entry.begin || entry.end - entry.begin != needed) {
            throw new JsonException("tensor \"" + name + "\": data_offsets " + offsets + " do not hold the " + needed
                    + " bytes of " + dtype + " " + shape);
        }
        return entry;
    }

    /** The format wants the tensors side by side: no overlap, no gap, nothing after the last. */
    private void checkLayout(List<Entry> entries, long dataSize) throws IOException {
        List<Entry> ordered = new ArrayList<>(entries);
        ordered.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        long end = 0;
        for (Entry entry : ordered) {
            if (entry.begin != end) {
                String fault = entry.begin < end ? "overlaps the one before" : "leaves a gap after the one before";
                throw wrong(Long.BYTES, "tensor \"" + entry.name + "\" " + fault);
            }
            end = entry.end;
        }
        if (end != dataSize) {
            throw wrong(Long.BYTES, "the tensors take " + end + " bytes, but the file has " + dataSize + " for them");
        }
        if (dataSize > Runtime.getRuntime().maxMemory()) {
            throw wrong(Long.BYTES, "the tensors take " + dataSize + " bytes, more than this Java process may use");
        }
    }

    private SequencedMap<String, Tensor> tensors(List<Entry> entries, long dataStart) throws IOException {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        for (Entry entry : entries) {
            long length = entry.end - entry.begin;
            if (length > Integer.MAX_VALUE - 8) {
                throw wrong(dataStart + entry.begin, "tensor \"" + entry.name + "\" is larger than 2 GiB");
            }
            ByteBuffer data = bytes(dataStart + entry.begin, (int) length);
            tensors.put(entry.name, Tensor.of(entry.dtype, entry.shape, data));
        }
        return tensors;
    }

    private ByteBuffer bytes(long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw wrong(position + bytes.position(), "the file ends here, too early");
            }
        }
        return bytes.flip();
    }

    private IOException wrong(long offset, String message) {
        return new IOException(file + ": byte " + offset + ": " + message);
    }

    private record Entry(String name, DType dtype, List<Long> shape, long begin, long end) {}
}
