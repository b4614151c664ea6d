package org.backprop.model.internal.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.backprop.model.AugmentationSpec;
import org.backprop.model.Catalogue;
import org.backprop.model.Code;
import org.backprop.model.CsvData;
import org.backprop.model.CutmixAugmentation;
import org.backprop.model.DataSection;
import org.backprop.model.DataSpec;
import org.backprop.model.Family;
import org.backprop.model.FileData;
import org.backprop.model.Fix;
import org.backprop.model.GeneratedData;
import org.backprop.model.IdxData;
import org.backprop.model.MixupAugmentation;
import org.backprop.model.Normalization;
import org.backprop.model.ParameterInfo;
import org.backprop.model.Range;
import org.backprop.model.Shape;
import org.backprop.model.Split;
import org.backprop.model.TypeInfo;
import org.backprop.model.data.DataFormatException;
import org.backprop.model.data.DataInfo;
import org.backprop.model.data.DataProbe;
import org.backprop.model.data.RemotePath;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.MappingNode;
import org.backprop.model.internal.yaml.MappingNode.Entry;
import org.backprop.model.internal.yaml.Problems;
import org.backprop.model.internal.yaml.Quote;

/** Reads the data section: the key of the source and, beside it, what is done with the samples. Looks at the files if there is a folder. */
final class DataReader {

    private static final String SPLIT = "split";
    private static final String NORMALIZE = "normalize";
    private static final String AUGMENTATION = "augmentation";
    private static final String STREAMING = "streaming";
    private static final String RECONSTRUCT = "reconstruct";
    private static final Set<String> BESIDE = Set.of(SPLIT, NORMALIZE, AUGMENTATION, STREAMING, RECONSTRUCT);

    /** Defaults of a split that names any amount. */
    private static final Map<String, String> LEFT_OUT = Map.of("validation", "0", "test", "0");

    private final SpecBinder binder;
    private final Problems problems;
    private final Optional<Path> folder;

    DataReader(SpecBinder binder, Problems problems, Optional<Path> folder) {
        this.binder = binder;
        this.problems = problems;
        this.folder = folder;
    }

    DataDraft read(Entry entry) {
        if (binder.noValue(entry)) {
            return new DataDraft(Optional.empty(), DataInfo.NONE);
        }
        Optional<Selection> selection = binder.select(Family.DATA, entry.value(), entry.valueLocation(), BESIDE);
        Optional<DataSpec> source = selection.flatMap(binder::bind).map(DataSpec.class::cast);
        DataInfo probed =
                source.map(spec -> probe(spec, selection.get().fields())).orElse(DataInfo.NONE);
        Optional<List<Normalization>> normalize = option(NORMALIZE, entry)
                .map(DataReader::normalization)
                .filter(ways -> areConsistent(ways, source, entry));
        DataInfo info =
                normalize.filter(ways -> ways.contains(Normalization.ONE_HOT)).isEmpty()
                        ? probed
                        : new DataInfo(Optional.empty(), probed.classes(), probed.samples());
        Optional<Entry> splitEntry = beside(entry, SPLIT);
        Optional<Split> split = split(splitEntry, entry.key().location());
        Location splitAt =
                splitEntry.map(e -> e.key().location()).orElse(entry.key().location());
        split.ifPresent(s -> checkEnough(s, info, splitAt));
        Optional<List<AugmentationSpec>> augmentation =
                option(AUGMENTATION, entry).map(DataReader::augmentation).filter(specs -> fits(specs, info, entry));
        boolean severalTargets = source.filter(
                        spec -> spec instanceof CsvData csv && csv.target().size() > 1)
                .isPresent();
        if (severalTargets && augmentation.filter(specs -> !specs.isEmpty()).isPresent()) {
            problems.error(
                    beside(entry, AUGMENTATION).orElse(entry).valueLocation(),
                    Code.INCONSISTENT,
                    "augmentation is for samples with one target: remove it, or predict one column",
                    remove(AUGMENTATION, entry));
        }
        Optional<Optional<Boolean>> streaming = streaming(entry);
        Optional<Boolean> reconstruct = option(RECONSTRUCT, entry).map(Boolean.class::cast);
        Optional<DataSection> section = source.isEmpty()
                        || split.isEmpty()
                        || normalize.isEmpty()
                        || augmentation.isEmpty()
                        || streaming.isEmpty()
                        || reconstruct.isEmpty()
                ? Optional.empty()
                : Optional.of(new DataSection(
                        source.get(),
                        split.get(),
                        normalize.get(),
                        augmentation.get(),
                        streaming.get(),
                        reconstruct.get()));
        section.ifPresent(data -> checkTogether(data, entry));
        return new DataDraft(section, info);
    }

    private void checkRemote(DataSection data, Entry entry) {
        if (data.oneHot()) {
            inconsistent(
                    entry,
                    NORMALIZE,
                    "one_hot needs all rows in one place, but data with a scheme in its path is read in shards: remove it");
        }
        if (data.augmentation().stream().anyMatch(DataReader::mixes)) {
            inconsistent(
                    entry,
                    AUGMENTATION,
                    "mixup and cutmix mix any two samples, but data with a scheme in its path is read in shards: remove them");
        }
        if (data.reconstruct()) {
            inconsistent(
                    entry,
                    RECONSTRUCT,
                    "features that are to be reconstructed are kept in memory, but data with a scheme in its path is read in"
                            + " shards: remove reconstruct");
        }
    }

    private void checkTogether(DataSection data, Entry entry) {
        if (data.isRemote()) {
            checkRemote(data, entry);
        }
        boolean streams = data.streaming().orElse(false);
        if (streams && !data.canStream()) {
            inconsistent(entry, STREAMING, "streaming is for data in files: remove it");
        } else if (streams && data.reconstruct()) {
            inconsistent(
                    entry, STREAMING, "features that are to be reconstructed are kept in memory: remove streaming");
        }
        if (data.reconstruct() && data.augmentation().stream().anyMatch(DataReader::mixes)) {
            inconsistent(
                    entry,
                    AUGMENTATION,
                    "mixup and cutmix mix what is to be predicted, which reconstruct does not allow: remove them");
        }
    }

    private static boolean mixes(AugmentationSpec spec) {
        return spec instanceof MixupAugmentation || spec instanceof CutmixAugmentation;
    }

    private void inconsistent(Entry data, String key, String message) {
        problems.error(beside(data, key).orElse(data).valueLocation(), Code.INCONSISTENT, message, remove(key, data));
    }

    private static List<Fix> remove(String key, Entry data) {
        return beside(data, key)
                .<List<Fix>>map(
                        found -> List.of(new Fix.Remove(found.key().location().position(), key)))
                .orElse(List.of());
    }

    /** What the key says, empty if it is not there; nothing if it is wrong. */
    private Optional<Optional<Boolean>> streaming(Entry data) {
        Optional<Entry> entry = beside(data, STREAMING);
        return entry.isEmpty()
                ? Optional.of(Optional.empty())
                : option(STREAMING, data).map(Boolean.class::cast).map(Optional::of);
    }

    private static List<Normalization> normalization(Object ways) {
        return ((List<?>) ways).stream().map(Normalization.class::cast).toList();
    }

    /** Whether there is one way to scale, and texts only where there can be some; what is wrong is reported. */
    private boolean areConsistent(List<Normalization> ways, Optional<DataSpec> source, Entry data) {
        boolean texts = source.isEmpty() || source.get() instanceof CsvData;
        String wrong = "";
        if (ways.contains(Normalization.ONE_HOT) && !texts) {
            wrong = "one_hot is for columns of texts in csv data: remove it";
        } else if (ways.stream().filter(way -> way != Normalization.ONE_HOT).count() > 1) {
            wrong = "normalize takes one of none, standardize and min_max, beside one_hot: remove the others";
        }
        if (!wrong.isEmpty()) {
            problems.error(beside(data, NORMALIZE).orElse(data).valueLocation(), Code.INCONSISTENT, wrong);
        }
        return wrong.isEmpty();
    }

    private static List<AugmentationSpec> augmentation(Object specs) {
        return ((List<?>) specs).stream().map(AugmentationSpec.class::cast).toList();
    }

    /** Whether augmentations that need images get some, which is reported if they do not. */
    private boolean fits(List<AugmentationSpec> specs, DataInfo info, Entry data) {
        Optional<Shape> table = info.shape().filter(shape -> shape.rank() != 2 && shape.rank() != 3);
        Optional<AugmentationSpec> wrong =
                specs.stream().filter(AugmentationSpec::imagesOnly).findFirst();
        if (table.isPresent() && wrong.isPresent()) {
            problems.error(
                    beside(data, AUGMENTATION).orElse(data).valueLocation(),
                    Code.INCONSISTENT,
                    Catalogue.describe(((Record) wrong.get()).getClass()).key()
                            + " changes images, but a sample of the data has shape " + table.get()
                            + ": remove it, or use noise or mixup");
            return false;
        }
        return true;
    }

    private static Optional<Entry> beside(Entry data, String key) {
        return data.value() instanceof MappingNode mapping ? mapping.entry(key) : Optional.empty();
    }

    private Optional<Object> option(String key, Entry data) {
        ParameterInfo parameter =
                Catalogue.describe(DataSection.class).parameter(key).orElseThrow();
        return binder.valueOrDefault(parameter, beside(data, key), data.key().location());
    }

    private Optional<Split> split(Optional<Entry> entry, Location at) {
        TypeInfo type = Catalogue.describe(Split.class);
        Optional<Object> split = entry.isEmpty()
                ? binder.record(type, Fields.none(SPLIT, at), Map.of())
                : binder.noValue(entry.get())
                        ? Optional.empty()
                        : binder.section(type, entry.get(), namesAmounts(entry.get()) ? LEFT_OUT : Map.of());
        return split.map(Split.class::cast);
    }

    private static boolean namesAmounts(Entry entry) {
        return entry.value() instanceof MappingNode mapping
                && Stream.of("train", "validation", "test")
                        .anyMatch(key -> mapping.entry(key).isPresent());
    }

    private void checkEnough(Split split, DataInfo info, Location at) {
        if (info.samples().isEmpty()) {
            return;
        }
        long samples = info.samples().getAsLong();
        if (split.counts() && split.total() > samples) {
            problems.error(
                    at,
                    Code.INCONSISTENT,
                    "the split takes " + Range.text(split.total()) + " samples, but the data has " + samples);
        } else if (!split.counts() && split.train() * samples < 1) {
            problems.error(
                    at, Code.INCONSISTENT, "the split leaves no training sample of the " + samples + " in the data");
        }
    }

    private void checkRemote(FileData files, Fields fields) {
        if (!(files instanceof CsvData || files instanceof IdxData)) {
            problems.error(
                    fields.valueAt("path"),
                    Code.INCONSISTENT,
                    "only csv and idx can be read from a path with a scheme, such as " + Quote.of(files.path())
                            + ": give a path of this machine, or other files");
        }
    }

    private DataInfo probe(DataSpec spec, Fields fields) {
        if (folder.isEmpty() && !(spec instanceof GeneratedData)) {
            return DataInfo.NONE;
        }
        try {
            if (spec instanceof FileData files && RemotePath.of(files.path()).isPresent()) {
                checkRemote(files, fields);
                return DataInfo.NONE;
            }
            return DataProbe.probe(spec, folder.orElse(Path.of("")));
        } catch (NoSuchFileException e) {
            problems.warning(
                    fields.valueAt("path"),
                    Code.DATA_NOT_FOUND,
                    "the data file " + Quote.of(e.getFile()) + " is not there: shapes cannot be checked against it");
        } catch (InvalidPathException e) {
            problems.error(
                    fields.valueAt("path"),
                    Code.DATA_NOT_FOUND,
                    "not a path on this system: " + Quote.of(e.getInput()));
        } catch (DataFormatException e) {
            problems.error(fields.valueAt(e.key()), e.code(), e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            problems.error(
                    fields.valueAt("path"),
                    Code.DATA_UNREADABLE,
                    "the data cannot be read: " + e.getClass().getSimpleName() + " "
                            + Quote.of(String.valueOf(e.getMessage())));
        }
        return DataInfo.NONE;
    }
}
