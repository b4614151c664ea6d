package org.backprop.model.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.backprop.model.Catalogue;
import org.backprop.model.Code;
import org.backprop.model.NpzData;
import org.backprop.model.Shape;

/** A NumPy {@code .npz} file: a zip archive with a {@code NAME.npy} for each array. */
public final class NpzFile implements AutoCloseable {

    private static final String SUFFIX = ".npy";

    private final Path file;
    private final ZipFile zip;

    private NpzFile(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    /**
     * Opens a file.
     *
     * @throws NoSuchFileException if it is not there
     * @throws DataFormatException if it is not a zip archive
     * @throws IOException if it cannot be read
     */
    public static NpzFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        try {
            return new NpzFile(file, new ZipFile(file.toFile()));
        } catch (ZipException e) {
            throw new DataFormatException(
                    Code.DATA_UNREADABLE,
                    "path",
                    file + ": not a complete .npz file (" + e.getMessage() + "); save it again with numpy.savez");
        }
    }

    /**
     * The bytes of an array, from its header on.
     *
     * @param key key of the parameter that names it
     * @throws DataFormatException if there is none of that name
     */
    public InputStream array(String name, String key) throws IOException {
        ZipEntry entry = zip.getEntry(name + SUFFIX);
        if (entry == null) {
            List<String> names = names();
            throw new DataFormatException(
                    Code.UNKNOWN_NAME,
                    key,
                    file + " has no array \"" + name + "\""
                            + Catalogue.nearest(name, names)
                                    .map(near -> ": did you mean " + near + "?")
                                    .orElse(": it has " + String.join(", ", names)));
        }
        return zip.getInputStream(entry);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(SUFFIX))
                .forEach(name -> names.add(name.substring(0, name.length() - SUFFIX.length())));
        return names;
    }

    /**
     * The header of an array.
     *
     * @param key key of the parameter that names it
     * @throws DataFormatException as {@link #array}, and if the array is malformed or has another size than its header
     *     says; the message has the byte
     */
    public NpyHeader header(String name, String key) throws IOException {
        try (InputStream in = array(name, key)) {
            NpyHeader header = NpyHeader.read(in);
            long expected =
                    header.length() + (long) header.elements() * header.type().bytes();
            long actual = zip.getEntry(name + SUFFIX).getSize();
            if (actual != expected) {
                throw malformed(
                        name,
                        key,
                        "byte " + Math.min(actual, expected) + ": the array has " + actual
                                + " bytes, by its header it has " + expected + "; save it again");
            }
            return header;
        } catch (NpyHeader.MalformedException | ZipException e) {
            throw malformed(name, key, e.getMessage());
        }
    }

    private DataFormatException malformed(String name, String key, String message) {
        return new DataFormatException(Code.DATA_UNREADABLE, key, file + ": " + name + SUFFIX + ": " + message);
    }

    /**
     * Checks that two arrays belong together.
     *
     * @throws DataFormatException if there is not one target for each sample
     */
    public void requirePair(NpyHeader features, NpyHeader target, NpzData spec) throws DataFormatException {
        List<Integer> dims = target.dims();
        if (dims.size() > 2 || dims.size() == 2 && dims.get(1) != 1) {
            throw malformed(
                    spec.target(), "target", "the target has the shape " + dims + ", must be one number a sample");
        }
        if (features.samples() != target.samples()) {
            throw malformed(
                    spec.target(),
                    "target",
                    target.samples() + " targets for the " + features.samples() + " samples of " + spec.features());
        }
    }

    /** Shape of one sample. */
    public static Shape sampleShape(NpyHeader features) {
        List<Integer> dims = features.dims();
        return dims.size() == 1 ? Shape.of(1) : new Shape(dims.subList(1, dims.size()));
    }

    /** What the headers of the two arrays say. */
    static DataInfo info(Path file, NpzData spec) throws IOException {
        try (NpzFile npz = open(file)) {
            NpyHeader features = npz.header(spec.features(), "features");
            npz.requirePair(features, npz.header(spec.target(), "target"), spec);
            return new DataInfo(
                    Optional.of(sampleShape(features)), OptionalInt.empty(), OptionalLong.of(features.samples()));
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
