package org.backprop.runlog.safetensors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import org.backprop.runlog.internal.AtomicFiles;
import org.backprop.runlog.internal.Json;
import org.backprop.runlog.tensor.Tensor;
import org.backprop.runlog.tensor.TensorContent;

/**
 * The safetensors format: 8 bytes of little-endian header length, a JSON header padded with spaces to a multiple of 8, then
 * the tensors' bytes without gaps.
 */
public final class Safetensors {
    static final String METADATA = "__metadata__";

    private Safetensors() {}

    /**
     * Writes a file, replacing an old one atomically.
     *
     * @param tensors by name; the order is kept in the header
     * @param metadata free text by name, may be empty
     * @throws IllegalArgumentException if a tensor is called {@code __metadata__}
     */
    public static void write(
            Path file, SequencedMap<String, ? extends TensorContent> tensors, Map<String, String> metadata)
            throws IOException {
        if (tensors.containsKey(METADATA)) {
            throw new IllegalArgumentException("a tensor must not be called " + METADATA);
        }
        List<String> layout = tensors.keySet().stream()
                .sorted(Comparator.comparing(name -> -tensors.get(name).dtype().size()))
                .toList();
        ByteBuffer header = header(tensors, layout, metadata);
        AtomicFiles.replace(file, channel -> {
            writeFully(channel, header);
            for (String name : layout) {
                tensors.get(name).writeTo(channel);
            }
        });
    }

    /**
     * Reads a file into memory.
     *
     * @throws IOException if the file cannot be read or is not well formed; the message names the file and what is wrong
     */
    public static TensorFile read(Path file) throws IOException {
        return SafetensorsReader.read(file);
    }

    /** Wider elements first, so that every tensor is aligned to its element size. */
    private static ByteBuffer header(
            SequencedMap<String, ? extends TensorContent> tensors, List<String> layout, Map<String, String> metadata) {
        Map<String, List<Long>> offsets = new LinkedHashMap<>();
        long end = 0;
        for (String name : layout) {
            long begin = end;
            end += Tensor.byteSize(tensors.get(name).dtype(), tensors.get(name).shape());
            offsets.put(name, List.of(begin, end));
        }
        Map<String, Object> header = new LinkedHashMap<>();
        if (!metadata.isEmpty()) {
            header.put(METADATA, metadata);
        }
        tensors.forEach((name, tensor) -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("dtype", tensor.dtype().name());
            entry.put("shape", tensor.shape());
            entry.put("data_offsets", offsets.get(name));
            header.put(name, entry);
        });
        byte[] json = Json.compact(header).getBytes(UTF_8);
        int padded = (json.length + 7) / 8 * 8;
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(padded).put(json);
        while (bytes.hasRemaining()) {
            bytes.put((byte) ' ');
        }
        return bytes.flip();
    }

    private static void writeFully(WritableByteChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
