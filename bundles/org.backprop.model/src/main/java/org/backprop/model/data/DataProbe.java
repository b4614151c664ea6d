package org.backprop.model.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

import org.backprop.model.Cifar10Data;
import org.backprop.model.Code;
import org.backprop.model.CsvData;
import org.backprop.model.DataSpec;
import org.backprop.model.GeneratedData;
import org.backprop.model.IdxData;
import org.backprop.model.ImagesData;
import org.backprop.model.NpzData;
import org.backprop.model.Shape;

/** Reads the headers of a data source, not its samples. */
public final class DataProbe {

    private DataProbe() {}

    /**
     * Looks at a data source.
     *
     * @param folder folder that paths in the spec are relative to
     * @throws java.nio.file.NoSuchFileException if a file is not there
     * @throws DataFormatException if a file is not as the spec says
     * @throws java.nio.file.InvalidPathException if a path is not one on this system
     * @throws IOException if a file cannot be read
     */
    public static DataInfo probe(DataSpec data, Path folder) throws IOException {
        return switch (data) {
            case GeneratedData generated ->
                new DataInfo(
                        Optional.of(generated.shape()), generated.classCount(), OptionalLong.of(generated.samples()));
            case CsvData csv -> csv(csv, folder.resolve(csv.path()));
            case IdxData idx -> idx(folder.resolve(idx.path()));
            case Cifar10Data cifar10 ->
                Cifar10Files.find(folder.resolve(cifar10.path())).info();
            case ImagesData images ->
                ImageFolder.open(folder.resolve(images.path())).info(images);
            case NpzData npz -> NpzFile.info(folder.resolve(npz.path()), npz);
        };
    }

    private static DataInfo csv(CsvData csv, Path file) throws IOException {
        CsvHeader header = CsvHeader.read(file, csv.header());
        Set<Integer> others = new HashSet<>();
        for (String target : csv.target()) {
            requireNew(others.add(header.index(target, "target")), "target", target);
        }
        if (csv.score().isPresent()) {
            requireNew(
                    others.add(header.index(csv.score().get(), "score")),
                    "score",
                    csv.score().get());
        }
        if (others.size() == header.columns()) {
            throw new DataFormatException(Code.INCONSISTENT, "target", file + " has no column left for a feature");
        }
        return new DataInfo(
                Optional.of(Shape.of(header.columns() - others.size())), OptionalInt.empty(), OptionalLong.empty());
    }

    private static void requireNew(boolean isNew, String key, String column) throws DataFormatException {
        if (!isNew) {
            throw new DataFormatException(
                    Code.INCONSISTENT, key, "the column \"" + column + "\" is a target already: name another");
        }
    }

    private static DataInfo idx(Path path) throws IOException {
        Shape shape = null;
        long samples = 0;
        for (IdxFiles files : IdxFiles.find(path)) {
            IdxHeader images = IdxHeader.read(files.images());
            IdxHeader labels = IdxHeader.read(files.labels());
            requireLabels(files, images, labels);
            if (shape != null && !shape.equals(images.sampleShape())) {
                throw new DataFormatException(
                        Code.DATA_UNREADABLE,
                        "path",
                        files.images() + " has samples of shape " + images.sampleShape() + ", the file before it of "
                                + shape);
            }
            shape = images.sampleShape();
            samples += images.samples();
        }
        return new DataInfo(Optional.ofNullable(shape), OptionalInt.empty(), OptionalLong.of(samples));
    }

    private static void requireLabels(IdxFiles files, IdxHeader images, IdxHeader labels) throws IOException {
        if (!labels.dims().equals(List.of(images.samples()))) {
            throw new DataFormatException(
                    Code.DATA_UNREADABLE,
                    "path",
                    files.labels() + " has dimensions " + labels.dims() + " from byte 4 on, but " + files.images()
                            + " has " + images.samples() + " samples");
        }
    }
}
