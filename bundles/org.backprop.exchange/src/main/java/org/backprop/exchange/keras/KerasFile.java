package org.backprop.exchange.keras;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.backprop.exchange.ExchangeException;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * A file that Keras has saved.
 *
 * @param graph the layers
 * @param training loss and optimizer, as {@code compile} got them; empty if it was not called
 * @param weights the weights
 * @param tool what has written it
 * @param open what is to be closed
 */
record KerasFile(KerasGraph graph, Optional<Settings> training, KerasWeights weights, String tool, Closeable open)
        implements Closeable {

    private static final String CONFIG = "config.json";
    private static final String WEIGHTS = "model.weights.h5";
    private static final int LARGEST_TEXT = 64 << 20;

    /** Whether a file looks like one by how it begins: a zip archive, or HDF5. */
    static boolean isArchive(byte[] beginning) {
        return beginning.length > 3 && beginning[0] == 'P' && beginning[1] == 'K';
    }

    /** Opens a {@code .keras} archive. */
    static KerasFile archive(Path path) throws IOException {
        String name = path.getFileName().toString();
        Path unpacked = Files.createTempFile("backprop-", ".h5");
        try (ZipFile zip = new ZipFile(path.toFile())) {
            Settings model = parse(text(zip, CONFIG, name), name + ": " + CONFIG);
            KerasGraph graph = KerasGraph.read(model);
            unpack(zip, unpacked, name);
            Hdf5File file = Hdf5File.open(unpacked, name + ": " + WEIGHTS);
            return new KerasFile(
                    graph,
                    model.optionalObject("compile_config"),
                    new ArchiveWeights(file, graph.listed()),
                    "Keras 3",
                    () -> close(file, unpacked));
        } catch (ZipException e) {
            Files.deleteIfExists(unpacked);
            throw new ExchangeException(name + " is a broken archive: " + e.getMessage(), e);
        } catch (IOException e) {
            Files.deleteIfExists(unpacked);
            throw e;
        }
    }

    /** Opens an {@code .h5} file. */
    static KerasFile legacy(Path path) throws IOException {
        String name = path.getFileName().toString();
        Hdf5File file = Hdf5File.open(path, name);
        try {
            String config = file.text("model_config");
            if (config == null) {
                throw new ExchangeException(
                        name
                                + " has no attribute model_config: it holds weights alone; save the whole model with model.save");
            }
            String training = file.text("training_config");
            String version = file.text("keras_version");
            return new KerasFile(
                    KerasGraph.read(parse(config, name + ": model_config")),
                    training == null ? Optional.empty() : Optional.of(parse(training, name + ": training_config")),
                    new LegacyWeights(file),
                    version == null ? "Keras" : "Keras " + version,
                    file);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static void close(Hdf5File file, Path unpacked) throws IOException {
        file.close();
        Files.deleteIfExists(unpacked);
    }

    private static ZipEntry entry(ZipFile zip, String entry, String name) throws ExchangeException {
        ZipEntry found = zip.getEntry(entry);
        if (found == null) {
            throw new ExchangeException(name + " is an archive without " + entry + ", not a model of Keras 3");
        }
        return found;
    }

    private static String text(ZipFile zip, String entry, String name) throws IOException {
        try (InputStream in = zip.getInputStream(entry(zip, entry, name))) {
            byte[] bytes = in.readNBytes(LARGEST_TEXT);
            if (in.read() >= 0) {
                throw new ExchangeException(name + ": " + entry + " is larger than 64 MiB");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Unpacks the weights, as long as there is room on the disk. */
    private static void unpack(ZipFile zip, Path to, String name) throws IOException {
        long room = Files.getFileStore(to).getUsableSpace();
        ZipEntry weights = entry(zip, WEIGHTS, name);
        try (InputStream in = zip.getInputStream(weights);
                OutputStream out = Files.newOutputStream(to)) {
            byte[] piece = new byte[1 << 16];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                room -= read;
                if (room < 0) {
                    throw new ExchangeException(
                            name + ": there is no room to unpack " + WEIGHTS + " to " + to.getParent());
                }
                out.write(piece, 0, read);
            }
        }
    }

    private static Settings parse(String json, String where) throws ExchangeException {
        try {
            JsonElement element = JsonParser.parseString(json);
            if (element instanceof JsonObject object) {
                return new Settings(where, object);
            }
            throw new ExchangeException(where + " is not a JSON object");
        } catch (JsonParseException | StackOverflowError e) {
            throw new ExchangeException(where + " is not valid JSON", e);
        }
    }

    @Override
    public void close() throws IOException {
        open.close();
    }
}
