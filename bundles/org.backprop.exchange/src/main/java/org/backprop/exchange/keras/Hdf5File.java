package org.backprop.exchange.keras;

import java.io.Closeable;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.backprop.exchange.ExchangeException;
import org.backprop.runlog.tensor.Tensor;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;

/** An HDF5 file, read piece by piece. What its headers say of sizes is compared with the file before memory is taken. */
final class Hdf5File implements Closeable {

    /** More than deflate can make of a byte. */
    private static final long GREATEST_EXPANSION = 1032;

    private final String name;
    private final long size;
    private final HdfFile file;

    private Hdf5File(String name, long size, HdfFile file) {
        this.name = name;
        this.size = size;
        this.file = file;
    }

    /**
     * Opens a file.
     *
     * @param name what to call it in messages
     */
    static Hdf5File open(Path path, String name) throws IOException {
        long size = Files.size(path);
        return guarded(name, () -> new Hdf5File(name, size, new HdfFile(path)));
    }

    /** What to call the file in messages. */
    String name() {
        return name;
    }

    /** Whether there is a group at a path such as {@code a/b}. */
    boolean hasGroup(String path) throws IOException {
        return guarded(name, () -> find(path) instanceof Group);
    }

    /** Names of what is in a group. */
    List<String> children(String path) throws IOException {
        return guarded(
                name,
                () -> find(path) instanceof Group group
                        ? List.copyOf(group.getChildren().keySet())
                        : List.of());
    }

    /** A text that is an attribute of the root; null if there is none. */
    String text(String attribute) throws IOException {
        return guarded(name, () -> {
            Attribute found = file.getAttribute(attribute);
            return found != null && found.getData() instanceof String text ? text : null;
        });
    }

    /** Texts that are an attribute of a group; empty if there is none. */
    List<String> texts(String path, String attribute) throws IOException {
        return guarded(name, () -> {
            Attribute found = find(path) instanceof Group group ? group.getAttribute(attribute) : null;
            return found != null && found.getData() instanceof String[] texts ? List.of(texts) : List.of();
        });
    }

    /** An array of floating point numbers as 32-bit floats. */
    Tensor floats(String path) throws IOException {
        return guarded(name, () -> {
            if (!(find(path) instanceof Dataset data)) {
                throw new ExchangeException(name + " has no array \"" + path + "\"");
            }
            int[] dimensions = data.getDimensions();
            long elements = Arrays.stream(dimensions).asLongStream().reduce(1, Math::multiplyExact);
            long most = Math.min(size * GREATEST_EXPANSION, Runtime.getRuntime().maxMemory() / 2) / Float.BYTES;
            if (elements > most) {
                throw new ExchangeException("%s: array \"%s\" of shape %s is larger than the file can hold"
                        .formatted(name, path, Arrays.toString(dimensions)));
            }
            return Tensor.floats(
                    values(data, path), Arrays.stream(dimensions).asLongStream().toArray());
        });
    }

    private float[] values(Dataset data, String path) throws ExchangeException {
        return switch (data.getDataFlat()) {
            case float[] values -> values;
            case double[] values -> {
                float[] narrow = new float[values.length];
                for (int i = 0; i < narrow.length; i++) {
                    narrow[i] = (float) values[i];
                }
                yield narrow;
            }
            case Float value -> new float[] {value};
            case Double value -> new float[] {value.floatValue()};
            default ->
                throw new ExchangeException(name + ": array \"" + path
                        + "\" does not hold floating point numbers of 32 or 64 bits; save the model in float32");
        };
    }

    /** What is at a path; null if nothing is. */
    private Node find(String path) {
        Node node = file;
        for (String part : path.split("/")) {
            node = node instanceof Group group ? group.getChild(part) : null;
        }
        return node;
    }

    @Override
    public void close() {
        file.close();
    }

    /** Something that reads the file. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    /** The library throws all kinds of unchecked exceptions for files that are broken. */
    private static <T> T guarded(String name, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (HdfException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | ArithmeticException
                | BufferUnderflowException
                | UnsupportedOperationException
                | NegativeArraySizeException e) {
            throw new ExchangeException(name + " is not an HDF5 file that can be read: " + e.getMessage(), e);
        }
    }
}
