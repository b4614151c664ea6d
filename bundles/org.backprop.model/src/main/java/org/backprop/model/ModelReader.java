package org.backprop.model;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.backprop.model.internal.read.ModelBinder;
import org.backprop.model.internal.read.Names;
import org.backprop.model.internal.read.Overlay;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.MappingNode;
import org.backprop.model.internal.yaml.Problems;
import org.backprop.model.internal.yaml.TextFile;
import org.backprop.model.internal.yaml.YamlParser;
import org.backprop.model.internal.yaml.YamlTree;

/** Reads model files. No content makes a method throw: whatever is wrong is a problem of the analysis. */
public final class ModelReader {

    private ModelReader() {}

    /** Reads a file of at most 16 MiB in UTF-8, see {@link #read(String, Path, String, Map)}. */
    public static Analysis read(Path file) {
        return read(file, Map.of());
    }

    /** Reads a file of at most 16 MiB in UTF-8 with overrides, see {@link #read(String, Path, String, Map)}. */
    public static Analysis read(Path file, Map<String, String> overrides) {
        Problems problems = new Problems(file.toString());
        String text = TextFile.read(file, problems).orElse(null);
        return analyze(
                file.toString(), Optional.ofNullable(file.toAbsolutePath().getParent()), text, overrides, problems);
    }

    /** Reads a text without looking at the files that it names. */
    public static Analysis read(String fileName, String text) {
        return read(fileName, null, text, Map.of());
    }

    /**
     * Reads a text.
     *
     * @param fileName name for the problems; its stem is the default name of the model
     * @param folder folder that paths in the text are relative to; null to leave the files alone
     * @param text the YAML text
     * @param overrides dotted path, such as {@code training.optimizer.adam.learning_rate} or
     *     {@code network.layers.hidden.units}, to YAML text of the value; a layer is named by its name or its 0-based
     *     index. A problem in one is reported for the file {@code --set PATH}
     */
    public static Analysis read(String fileName, Path folder, String text, Map<String, String> overrides) {
        return analyze(fileName, Optional.ofNullable(folder), text, overrides, new Problems(fileName));
    }

    /**
     * Reads a text as one trial of its sweep, see {@link #read(String, Path, String, Map)}: without the sweep section.
     *
     * @param overrides among them the settings of the trial
     */
    public static Analysis readTrial(String fileName, Path folder, String text, Map<String, String> overrides) {
        Problems problems = new Problems(fileName);
        YamlTree parsed = YamlParser.parse(fileName, text, problems);
        YamlTree single = new YamlTree(
                parsed.root()
                        .map(root -> root instanceof MappingNode mapping
                                ? ModelBinder.without(mapping, ModelBinder.SWEEP_KEY)
                                : root),
                parsed.complete());
        return analyze(fileName, Optional.ofNullable(folder), single, overrides, problems);
    }

    /**
     * Reads what may stand under a key that selects a type of a family: {@code magnitude}, or {@code {taylor: {samples: 100}}}.
     *
     * @param problems gets what is wrong with it
     * @return the record of the type, empty if something is wrong
     */
    public static Optional<Record> readSpec(Family family, String text, Consumer<Problem> problems) {
        String name = family.noun();
        Problems found = new Problems(name);
        YamlTree tree = YamlParser.parse(name, text, found);
        Optional<Object> spec = ModelBinder.spec(family, tree, new Location(name, Position.START), found);
        found.sorted().forEach(problems);
        return found.hasErrors() ? Optional.empty() : spec.map(Record.class::cast);
    }

    private static Analysis analyze(
            String fileName, Optional<Path> folder, String text, Map<String, String> overrides, Problems problems) {
        YamlTree parsed = text == null ? YamlTree.UNREADABLE : YamlParser.parse(fileName, text, problems);
        return analyze(fileName, folder, parsed, overrides, problems);
    }

    private static Analysis analyze(
            String fileName, Optional<Path> folder, YamlTree parsed, Map<String, String> overrides, Problems problems) {
        Location start = new Location(fileName, Position.START);
        YamlTree tree = new Overlay(problems).apply(parsed, overrides);
        return new ModelBinder(Names.fromFile(fileName), start, tree.complete(), problems, folder).analyze(tree);
    }
}
