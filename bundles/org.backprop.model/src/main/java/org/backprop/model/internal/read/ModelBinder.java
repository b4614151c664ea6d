package org.backprop.model.internal.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.backprop.model.Analysis;
import org.backprop.model.Catalogue;
import org.backprop.model.Code;
import org.backprop.model.DataSection;
import org.backprop.model.Family;
import org.backprop.model.Fix;
import org.backprop.model.LossSpec;
import org.backprop.model.MinimizerSpec;
import org.backprop.model.Model;
import org.backprop.model.MonitorSection;
import org.backprop.model.ParameterInfo;
import org.backprop.model.Position;
import org.backprop.model.Problem;
import org.backprop.model.PruningSection;
import org.backprop.model.SampleValue;
import org.backprop.model.SweepSection;
import org.backprop.model.TrainingSection;
import org.backprop.model.data.DataInfo;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.MappingNode;
import org.backprop.model.internal.yaml.MappingNode.Entry;
import org.backprop.model.internal.yaml.Problems;
import org.backprop.model.internal.yaml.Quote;
import org.backprop.model.internal.yaml.ScalarNode;
import org.backprop.model.internal.yaml.YamlNode;
import org.backprop.model.internal.yaml.YamlTree;

/** Binds the tree of a whole file and checks the sections against each other. */
public final class ModelBinder {

    /** The key of the format version, and the version that is read. */
    public static final String VERSION_KEY = "backprop";

    /** The format version that is read. */
    public static final int VERSION = 1;

    /** The key of the section that a single training has nothing to do with. */
    public static final String SWEEP_KEY = "sweep";

    private final String defaultName;
    private final Location start;
    private final Problems problems;
    private final boolean complete;
    private final SpecBinder binder;
    private final Optional<Path> folder;

    /**
     * A binder for one tree.
     *
     * @param defaultName name of a model that gives none
     * @param start the start of the text
     * @param complete whether the tree is complete
     * @param folder folder that paths are relative to; empty to leave files alone
     */
    public ModelBinder(String defaultName, Location start, boolean complete, Problems problems, Optional<Path> folder) {
        this.defaultName = defaultName;
        this.start = start;
        this.problems = problems;
        this.complete = complete;
        this.binder = new SpecBinder(problems, complete);
        this.folder = folder;
    }

    /** Everything that can be said about the tree. */
    public Analysis analyze(YamlTree tree) {
        OutlineBuilder outline = new OutlineBuilder();
        if (tree.root().isEmpty() || tree.root().get().isNull()) {
            if (tree.complete()) {
                problems.error(start, Code.EMPTY_FILE, "the file is empty: a model has data, network and training");
            }
        } else if (tree.root().get() instanceof MappingNode mapping) {
            return analyze(Fields.of("model", start, mapping), mapping, outline);
        } else {
            problems.error(
                    tree.root().get().location(),
                    Code.WRONG_TYPE,
                    "a model file must be a mapping with data, network and training, is "
                            + Quote.describe(tree.root().get()));
        }
        return new Analysis(
                Optional.empty(),
                problems.sorted(),
                Optional.empty(),
                outline.empty(defaultName),
                Optional.empty(),
                Optional.empty(),
                DataInfo.NONE);
    }

    private Analysis analyze(Fields fields, MappingNode root, OutlineBuilder outline) {
        checkKeys(fields);
        Optional<String> name = fields.has("name") ? name(fields.entry("name").get()) : Optional.of(defaultName);
        DataDraft data = fields.entry("data")
                .map(new DataReader(binder, problems, folder)::read)
                .orElse(new DataDraft(Optional.empty(), DataInfo.NONE));
        NetworkDraft network = fields.entry("network")
                .map(entry -> new NetworkReader(binder, problems, folder)
                        .read(entry, data.info().shape()))
                .orElse(NetworkDraft.none(start));
        Optional<TrainingSection> training = fields.entry("training").flatMap(this::training);
        EmbeddingCheck embeddings = new EmbeddingCheck(network, problems);
        embeddings.checkInputs();
        data.section()
                .ifPresent(section -> embeddings.checkData(fields.entry("data").orElseThrow(), section));
        fields.entry("training").ifPresent(entry -> checkLoss(entry, network, data));
        training.ifPresent(section -> checkMetrics(fields.entry("training").orElseThrow(), section, network, data));
        training.ifPresent(section -> checkOrder(fields.entry("training").orElseThrow(), section, network, data));
        fields.entry("training").ifPresent(entry -> checkFollowed(entry, data));
        training.flatMap(TrainingSection::pruning)
                .ifPresent(section -> checkPruning(fields.entry("training").orElseThrow(), section, network));
        training.ifPresent(section -> checkParameters(fields.entry("training").orElseThrow(), section, network));
        Optional<MonitorSection> monitor = monitor(fields);
        Optional<SweepSection> sweep = fields.entry(SWEEP_KEY).flatMap(entry -> sweep(entry, root, data));
        Optional<Model> model = problems.hasErrors()
                ? Optional.empty()
                : Optional.of(new Model(
                        name.orElseThrow(),
                        data.section().orElseThrow(),
                        network.section().orElseThrow(),
                        training.orElseThrow(),
                        monitor.orElseThrow(),
                        sweep));
        return new Analysis(
                model,
                problems.sorted(),
                network.summary(),
                outline.build(name.orElse(defaultName), root, network),
                data.section(),
                training,
                data.info());
    }

    /** The spec that a whole text selects, as it would stand under a key; empty after reporting a problem. */
    public static Optional<Object> spec(Family family, YamlTree tree, Location start, Problems problems) {
        SpecBinder binder = new SpecBinder(problems, tree.complete());
        if (tree.root().isEmpty() && tree.complete()) {
            problems.error(start, Code.MISSING, "there is no " + family.noun());
        }
        return tree.root()
                .flatMap(node -> binder.select(family, node, start, Set.of()))
                .flatMap(binder::bind);
    }

    private void checkKeys(Fields fields) {
        List<String> known = new ArrayList<>(List.of(VERSION_KEY));
        for (ParameterInfo parameter : Catalogue.describe(Model.class).parameters()) {
            known.add(parameter.key());
            if (parameter.required() && !fields.has(parameter.key())) {
                binder.missing(
                        start,
                        "the section " + parameter.key() + " is missing: " + parameter.doc(),
                        List.of(new Fix.Add(Position.START, parameter.key(), SampleValue.of(parameter))));
            }
        }
        binder.rejectUnknown(fields, known);
        checkVersion(fields);
    }

    private void checkVersion(Fields fields) {
        Optional<Entry> version = fields.entry(VERSION_KEY);
        if (version.isPresent() && !binder.noValue(version.get()) && !isSupported(version.get())) {
            problems.error(
                    version.get().valueLocation(),
                    Code.VERSION,
                    isNewer(version.get())
                            ? "the file has a newer format version than " + VERSION
                                    + ", which this version of Backprop reads: update Backprop"
                            : "the format version must be " + VERSION + ", is "
                                    + Quote.describe(version.get().value()),
                    isNewer(version.get())
                            ? List.of()
                            : List.of(new Fix.Replace(
                                    version.get().valueLocation().position(), Integer.toString(VERSION))));
        } else if (version.isEmpty() && complete) {
            problems.warning(
                    start,
                    Code.VERSION,
                    "the format version is missing: start the file with " + VERSION_KEY + ": " + VERSION,
                    List.of(new Fix.Add(Position.START, VERSION_KEY, Integer.toString(VERSION))));
        }
    }

    private static boolean isSupported(Entry version) {
        return version.value() instanceof ScalarNode scalar
                && scalar.plain()
                && scalar.text().equals(String.valueOf(VERSION));
    }

    private static boolean isNewer(Entry version) {
        return version.value() instanceof ScalarNode scalar
                && scalar.plain()
                && scalar.text().matches("[1-9]\\d{0,8}")
                && Integer.parseInt(scalar.text()) > VERSION;
    }

    private Optional<String> name(Entry entry) {
        ParameterInfo parameter =
                Catalogue.describe(Model.class).parameter("name").orElseThrow();
        Optional<String> name = binder.value(parameter, entry).map(String.class::cast);
        if (name.isPresent() && !Names.isModelName(name.get())) {
            problems.error(
                    entry.valueLocation(),
                    Code.BAD_NAME,
                    "the name " + Quote.of(name.get())
                            + " must be at most 100 letters, digits, spaces, dots, _ and -, and start with a letter or digit");
            return Optional.empty();
        }
        return name;
    }

    private Optional<TrainingSection> training(Entry entry) {
        return binder.section(Catalogue.describe(TrainingSection.class), entry, Map.of())
                .map(TrainingSection.class::cast);
    }

    private Optional<MonitorSection> monitor(Fields fields) {
        ParameterInfo parameter =
                Catalogue.describe(Model.class).parameter("monitor").orElseThrow();
        return binder.valueOrDefault(parameter, fields.entry("monitor"), start).map(MonitorSection.class::cast);
    }

    private Optional<SweepSection> sweep(Entry entry, MappingNode root, DataDraft data) {
        boolean alone = !problems.hasErrors();
        Optional<SweepSection> sweep = binder.section(Catalogue.describe(SweepSection.class), entry, Map.of())
                .map(SweepSection.class::cast);
        if (sweep.isPresent() && entry.value() instanceof MappingNode keys && alone) {
            SweepCheck check = new SweepCheck(problems, this::problems);
            data.section().ifPresent(section -> check.checkMetrics(keys, sweep.get(), section.split()));
            Entry vary = keys.entry("vary").orElseThrow();
            check.checkSettings(without(root, SWEEP_KEY), (MappingNode) vary.value(), sweep.get());
        }
        return sweep;
    }

    /** The problems of a file like this one. */
    private List<Problem> problems(YamlNode root) {
        Problems found = new Problems(start.file());
        return new ModelBinder(defaultName, start, true, found, Optional.empty())
                .analyze(new YamlTree(Optional.of(root), true))
                .problems();
    }

    /** A mapping without one of its keys. */
    public static MappingNode without(MappingNode mapping, String key) {
        return new MappingNode(
                mapping.entries().stream()
                        .filter(entry -> !entry.name().equals(key))
                        .toList(),
                mapping.location());
    }

    private void checkFollowed(Entry training, DataDraft data) {
        if (training.value() instanceof MappingNode mapping) {
            data.section().ifPresent(section -> new FollowedMetricCheck(problems).check(mapping, section.split()));
        }
    }

    /** Binds the loss once more, silently, so that it is checked even if another key of the section has an error. */
    private void checkLoss(Entry training, NetworkDraft network, DataDraft data) {
        if (training.value() instanceof MappingNode mapping
                && mapping.entry("loss").isPresent()) {
            Entry entry = mapping.entry("loss").get();
            ParameterInfo parameter =
                    Catalogue.describe(TrainingSection.class).parameter("loss").orElseThrow();
            new SpecBinder(new Problems(start.file()), false)
                    .value(parameter, entry)
                    .map(LossSpec.class::cast)
                    .ifPresent(loss -> new LossCheck(network, problems)
                            .check(loss, entry.valueLocation(), data.predicted(), data.targets()));
        }
    }

    /** Checks that there are not too many parameters for the optimizer, as far as their number is known. */
    private void checkParameters(Entry training, TrainingSection section, NetworkDraft network) {
        boolean frozen =
                network.section().filter(known -> !known.freeze().isEmpty()).isPresent();
        if (!frozen
                && training.value() instanceof MappingNode mapping
                && section.optimizer() instanceof MinimizerSpec minimizer) {
            network.summary()
                    .flatMap(summary -> minimizer.tooMany(summary.parameters()))
                    .ifPresent(message -> problems.error(
                            mapping.entry("optimizer").orElseThrow().valueLocation(), Code.INCONSISTENT, message));
        }
    }

    private void checkPruning(Entry training, PruningSection section, NetworkDraft network) {
        if (training.value() instanceof MappingNode mapping) {
            mapping.entry("pruning").ifPresent(entry -> new PruningCheck(network, problems).check(section, entry));
        }
    }

    private static OptionalLong units(NetworkDraft network) {
        return network.summaries().isEmpty()
                ? OptionalLong.empty()
                : network.summaries().getLast().stream()
                        .mapToLong(last -> last.out().size())
                        .findFirst();
    }

    private void checkOrder(Entry training, TrainingSection section, NetworkDraft network, DataDraft data) {
        if (section.order().isPresent()
                && data.section().isPresent()
                && training.value() instanceof MappingNode mapping) {
            new OrderCheck(problems, section, data.section().get(), units(network))
                    .check(
                            section.order().get(),
                            mapping.entry("order").orElseThrow().valueLocation());
        }
    }

    private void checkMetrics(Entry training, TrainingSection section, NetworkDraft network, DataDraft data) {
        boolean severalTargets =
                data.section().filter(DataSection::predictsNumbers).isPresent();
        if (training.value() instanceof MappingNode mapping) {
            mapping.entry("metrics")
                    .ifPresent(entry -> new MetricCheck(problems, section.loss(), units(network), severalTargets)
                            .check(section, entry));
        }
    }
}
