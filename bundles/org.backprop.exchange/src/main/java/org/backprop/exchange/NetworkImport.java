package org.backprop.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

import org.backprop.exchange.keras.KerasImport;
import org.backprop.exchange.onnx.OnnxImport;

/** Reads networks of other tools, by the endings of their files. */
public final class NetworkImport {

    private NetworkImport() {}

    /**
     * Reads an ONNX or a Keras file.
     *
     * @param file a file that ends with {@code .onnx}, {@code .keras}, {@code .h5} or {@code .hdf5}
     * @throws IOException if it cannot be read or carried over; the message names the file or layer and what to do
     */
    public static ImportedNetwork read(Path file) throws IOException {
        String fileName = file.getFileName().toString();
        int dot = fileName.lastIndexOf('.');
        String stem = fileName.substring(0, Math.max(dot, 0));
        String name = stem.replaceAll("[^\\p{L}\\p{N}_-]+", "_").replaceAll("^[_-]+|[_-]+$", "");
        String model = name.isEmpty() ? "model" : name;
        try {
            return switch (fileName.substring(dot + 1).toLowerCase(Locale.ROOT)) {
                case "onnx" -> OnnxImport.read(file, model);
                case "keras", "h5", "hdf5" -> KerasImport.read(file, model);
                default ->
                    throw new ExchangeException(
                            fileName + ": not a network that can be imported; those end with .onnx, .keras or .h5");
            };
        } catch (RuntimeException e) {
            // A damaged file breaks what the formats promise in more ways than there are checks: a missing input of a
            // node, a setting of another type, a shape that overflows.
            throw new ExchangeException(fileName + " is damaged, or not made as its format says: " + e.getMessage(), e);
        }
    }
}
