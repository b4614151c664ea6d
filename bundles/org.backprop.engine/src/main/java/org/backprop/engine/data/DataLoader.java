package org.backprop.engine.data;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
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
import org.backprop.model.data.RemotePath;

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
        Partition parts = partition(section, source);
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
        if (section.isRemote()) {
            return prepared.ofRows(parts.train());
        }
        return section.reconstruct() ? prepared.reconstructing() : prepared;
    }

    /**
     * Loads the training set of data that lies elsewhere, with the features of a shard alone.
     *
     * @throws DataException as {@link #load}
     */
    public static Splits loadShard(DataSection section, Path folder, boolean classification, Shard shard)
            throws DataException {
        boolean labels = classification && !section.predictsNumbers();
        Source source = open(section, folder, labels, shard, Progress.NONE);
        Dataset train = source.select(partition(section, source).train());
        Dataset none = source.select(new int[0]);
        return new Splits(shard.scale().apply(train), none, none, shard.scale(), List.of());
    }

    /** The sets; data that lies elsewhere is trained on in the order of its rows, so that a shard is a part of the file. */
    private static Partition partition(DataSection section, Source source) throws DataException {
        Partition parts = Splitter.partition(section.split(), source);
        if (!section.isRemote()) {
            return parts;
        }
        int[] train = parts.train().clone();
        Arrays.sort(train);
        return new Partition(train, parts.validation(), parts.test());
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
            DataSection section, Path folder, boolean classification, FloatStores stores, Progress progress)
            throws DataException {
        return switch (section.source()) {
            case CsvData csv
            when section.oneHot() ->
                CsvLoader.loadTexts(resolve(folder, csv.path()), csv, classification, stores, progress);
            case FileData files -> open(files, resolve(folder, files.path()), classification, stores, progress);
            case GeneratedData generated ->
                Generation.of(
                        Catalogue.describe(((Record) generated).getClass()).key(),
                        Generators.of(generated),
                        generated.samples(),
                        classification,
                        progress);
        };
    }

    private static Source open(FileData files, Path path, boolean classification, FloatStores stores, Progress progress)
            throws DataException {
        return switch (files) {
            case CsvData csv ->
                new SampleTable(path.toString(), CsvLoader.load(path, csv, classification, stores, progress));
            case IdxData idx -> IdxLoader.load(path, classification, stores, progress);
            case Cifar10Data cifar10 -> Cifar10Loader.load(path, classification, here(stores, path), progress);
            case ImagesData images -> ImagesLoader.load(path, images, classification, here(stores, path), progress);
            case NpzData npz -> NpzLoader.load(path, npz, classification, here(stores, path), progress);
        };
    }

    /** The storage of data that cannot be read in shards. */
    private static Storage here(FloatStores stores, Path path) throws DataException {
        if (stores instanceof Storage storage) {
            return storage;
        }
        throw new DataException(path + ": only csv and idx can be read in shards");
    }

    private static Path resolve(Path folder, String path) throws DataException {
        try {
            Optional<URI> remote = RemotePath.of(path);
            return remote.isPresent()
                    ? RemotePaths.open(remote.get())
                    : folder.resolve(path).normalize();
        } catch (InvalidPathException e) {
            throw new DataException("\"%s\" is not a path on this system: %s".formatted(path, e.getReason()), e);
        }
    }
}
