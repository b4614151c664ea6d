package org.backprop.engine.data;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

import org.backprop.engine.data.Splitter.Partition;
import org.backprop.engine.data.cifar10.Cifar10Loader;
import org.backprop.engine.data.csv.CsvLoader;
import org.backprop.engine.data.idx.IdxLoader;
import org.backprop.engine.data.images.ImagesLoader;
import org.backprop.engine.data.npz.NpzLoader;
import org.backprop.model.Catalogue;
import org.backprop.model.Cifar10Data;
import org.backprop.model.CsvData;
import org.backprop.model.DataSection;
import org.backprop.model.FileData;
import org.backprop.model.GeneratedData;
import org.backprop.model.IdxData;
import org.backprop.model.ImagesData;
import org.backprop.model.NpzData;

/** Loads what the {@code data} section of a model file describes. */
public final class DataLoader {

    private DataLoader() {}

    /**
     * Loads, divides and prepares the samples.
     *
     * @param folder the model file's folder, which the section's paths are relative to
     * @param classification whether the samples get labels, else targets
     * @throws DataException if a file is missing or malformed, or the samples do not suffice for the split
     * @throws java.util.concurrent.CancellationException if {@code progress} is canceled
     */
    public static Splits load(DataSection section, Path folder, boolean classification, Progress progress)
            throws DataException {
        return load(section, folder, classification, OptionalInt.empty(), progress);
    }

    /**
     * As above, with features that an embedding looks up.
     *
     * @param indices number of the embedding's vectors, if there is one: then all features must be whole numbers from 0 to
     *     one less
     */
    public static Splits load(
            DataSection section, Path folder, boolean classification, OptionalInt indices, Progress progress)
            throws DataException {
        Source source = open(section, folder, classification && !section.predictsNumbers(), progress);
        Partition parts = Splitter.partition(section.split(), source);
        Dataset train = source.select(parts.train());
        Dataset validation = source.select(parts.validation());
        Dataset test = source.test().isPresent() ? source.test().get() : source.select(parts.test());
        Splits splits = new Splits(train, validation, test);
        SplitChecks checks = SplitChecks.of(source, parts, splits);
        List<String> warnings = new ArrayList<>(checks.warnings());
        BitSet categories = new BitSet();
        if (!source.categories().isEmpty()) {
            OneHot encoding = new OneHot(train, source.categories(), source.what());
            train = encoding.apply(train, "training", warnings);
            validation = encoding.apply(validation, "validation", warnings);
            test = encoding.apply(test, "test", warnings);
            categories = encoding.categories();
        }
        FeatureScale scale = FeatureScale.fit(section.scaling(), train, source.what());
        categories.stream().forEach(scale::leave);
        Splits prepared = switch (section.scaling()) {
            case NONE, ONE_HOT -> new Splits(train, validation, test, scale, warnings, checks.repeats());
            case STANDARDIZE, MIN_MAX ->
                new Splits(
                        scale.apply(train),
                        scale.apply(validation),
                        scale.apply(test),
                        scale,
                        warnings,
                        checks.repeats());
        };
        if (indices.isPresent()) {
            new IndexCheck(source, section.scaling(), indices.getAsInt()).check(parts, prepared);
        }
        return section.reconstruct() ? prepared.reconstructing() : prepared;
    }

    /** Whether the features of a section will be read from a file while training, because it asks for that or by their size. */
    public static boolean streams(DataSection section, Path folder) {
        return Storage.of(section, folder, Runtime.getRuntime().maxMemory()) == Storage.FILE;
    }

    /** Opens the source of a section: loads what is in files, generates nothing. Errors as {@link #load}. */
    public static Source open(DataSection section, Path folder, boolean classification, Progress progress)
            throws DataException {
        Storage storage = Storage.of(section, folder, Runtime.getRuntime().maxMemory());
        return open(section, folder, classification, storage, progress);
    }

    private static Source open(
            DataSection section, Path folder, boolean classification, Storage storage, Progress progress)
            throws DataException {
        return switch (section.source()) {
            case CsvData csv
            when section.oneHot() ->
                CsvLoader.loadTexts(resolve(folder, csv.path()), csv, classification, storage, progress);
            case FileData files -> open(files, resolve(folder, files.path()), classification, storage, progress);
            case GeneratedData generated ->
                Generation.of(
                        Catalogue.describe(((Record) generated).getClass()).key(),
                        Generators.of(generated),
                        generated.samples(),
                        classification,
                        progress);
        };
    }

    private static Source open(FileData files, Path path, boolean classification, Storage storage, Progress progress)
            throws DataException {
        return switch (files) {
            case CsvData csv ->
                new SampleTable(path.toString(), CsvLoader.load(path, csv, classification, storage, progress));
            case IdxData idx -> IdxLoader.load(path, classification, storage, progress);
            case Cifar10Data cifar10 -> Cifar10Loader.load(path, classification, storage, progress);
            case ImagesData images -> ImagesLoader.load(path, images, classification, storage, progress);
            case NpzData npz -> NpzLoader.load(path, npz, classification, storage, progress);
        };
    }

    private static Path resolve(Path folder, String path) throws DataException {
        try {
            return folder.resolve(path).normalize();
        } catch (InvalidPathException e) {
            throw new DataException("\"%s\" is not a path on this system: %s".formatted(path, e.getReason()), e);
        }
    }
}
