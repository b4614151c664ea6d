package org.backprop.model.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

import org.backprop.model.Code;
import org.backprop.model.Shape;

/**
 * The files of CIFAR-10's binary version. Each is a sequence of records: a label byte, 0 to 9, then 1,024 bytes each of
 * red, green and blue, row by row.
 *
 * @param training the five training batches, in order
 * @param test the test batch
 */
public record Cifar10Files(List<Path> training, Path test) {

    /** Shape of one image. */
    public static final Shape SHAPE = Shape.of(3, 32, 32);

    /** Bytes of one record. */
    public static final int RECORD = 1 + 3 * 32 * 32;

    /** The names of the classes, by label. */
    public static final List<String> CLASSES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    /** The folder in the archive as it is distributed. */
    private static final String UNPACKED = "cifar-10-batches-bin";

    private static final int BATCHES = 5;

    /** Copies the list. */
    public Cifar10Files {
        training = List.copyOf(training);
    }

    /**
     * The files in a folder, or in the folder {@code cifar-10-batches-bin} inside of it.
     *
     * @throws NoSuchFileException if the folder or one of the files is not there
     * @throws DataFormatException if a file is empty, does not end at the end of a record, or begins with no label
     * @throws IOException if a file cannot be read
     */
    public static Cifar10Files find(Path path) throws IOException {
        Path inside = path.resolve(UNPACKED);
        Path folder = Files.isDirectory(inside) ? inside : path;
        Cifar10Files files = new Cifar10Files(
                IntStream.rangeClosed(1, BATCHES)
                        .mapToObj(i -> folder.resolve("data_batch_" + i + ".bin"))
                        .toList(),
                folder.resolve("test_batch.bin"));
        for (Path file : files.training()) {
            check(file);
        }
        check(files.test());
        return files;
    }

    private static void check(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        long bytes = Files.size(file);
        if (bytes == 0 || bytes % RECORD != 0) {
            throw malformed(
                    file,
                    bytes,
                    "the file ends within record " + (bytes / RECORD + 1) + "; records have " + RECORD
                            + " bytes, get the file again");
        }
        try (InputStream in = Files.newInputStream(file)) {
            int label = in.read();
            if (label >= CLASSES.size()) {
                throw malformed(file, 0, "record 1 has the label " + label + ", labels are 0 to 9; is this CIFAR-10?");
            }
        }
    }

    private static DataFormatException malformed(Path file, long offset, String message) {
        return new DataFormatException(Code.DATA_UNREADABLE, "path", file + ": byte " + offset + ": " + message);
    }

    /** Number of records of a file, by its size. */
    public static int records(Path file) throws IOException {
        return (int) (Files.size(file) / RECORD);
    }

    /** What the files' sizes say. */
    DataInfo info() throws IOException {
        long samples = records(test);
        for (Path file : training) {
            samples += records(file);
        }
        return new DataInfo(Optional.of(SHAPE), OptionalInt.of(CLASSES.size()), OptionalLong.of(samples));
    }
}
