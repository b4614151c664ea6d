package org.backprop.model.internal.read;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import org.backprop.model.Catalogue;
import org.backprop.model.Code;
import org.backprop.model.Fix;
import org.backprop.model.LayerPattern;
import org.backprop.model.LayerSummary;
import org.backprop.model.data.WeightsHeader;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.MappingNode.Entry;
import org.backprop.model.internal.yaml.Problems;
import org.backprop.model.internal.yaml.Quote;
import org.backprop.model.internal.yaml.ScalarNode;
import org.backprop.model.internal.yaml.SequenceNode;
import org.backprop.model.internal.yaml.YamlNode;

/** Reads what the network takes over from another one: the file of the weights, the mapping of names, the frozen layers. */
final class TransferReader {

    private static final String WEIGHTS = "weights";
    private static final String MAPPING = "mapping";
    private static final String FREEZE = "freeze";

    private final SpecBinder binder;
    private final Problems problems;
    private final Fields fields;
    private final List<LayerDraft> layers;
    private final List<String> names;

    TransferReader(SpecBinder binder, Problems problems, Fields fields, List<LayerDraft> layers) {
        this.binder = binder;
        this.problems = problems;
        this.fields = fields;
        this.layers = layers;
        names = layers.stream().map(LayerDraft::name).toList();
    }

    /**
     * Which names of ours are which of theirs.
     *
     * @param weights path of the file, if given
     * @param folder where it starts; empty to leave the file alone
     */
    SequencedMap<String, String> mapping(Optional<String> weights, Optional<Path> folder) {
        SequencedMap<String, String> mapping = new LinkedHashMap<>();
        Optional<Entry> entry = fields.entry(MAPPING);
        Optional<Fields> pairs = entry.flatMap(binder::fields);
        if (pairs.isEmpty()) {
            return mapping;
        }
        if (!fields.has(WEIGHTS)) {
            binder.missing(entry.get().key().location(), "mapping needs the key weights: the file that it maps from");
        }
        Optional<WeightsHeader> header = weights.flatMap(path -> header(path, folder));
        for (Entry pair : pairs.get().entries()) {
            theirs(pair, header).ifPresent(theirs -> mapping.put(pair.name(), theirs));
            checkOurs(pair);
        }
        return mapping;
    }

    private Optional<WeightsHeader> header(String weights, Optional<Path> folder) {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(WeightsHeader.read(folder.get().resolve(weights)));
        } catch (NoSuchFileException | InvalidPathException e) {
            return Optional.empty(); // that it is not there is a warning already
        } catch (IOException e) {
            problems.error(
                    fields.valueAt(WEIGHTS),
                    Code.DATA_UNREADABLE,
                    "the weights cannot be read: " + Quote.of(String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private void checkOurs(Entry pair) {
        String layer = pair.name().split("\\.", 2)[0];
        if (!names.contains(layer)) {
            unknownLayer(pair.key().location(), layer, pair.name().substring(layer.length()));
        }
    }

    /** @param rest what follows the name at the place */
    private void unknownLayer(Location at, String layer, String rest) {
        List<Fix> fixes = Catalogue.nearest(layer, names)
                .<List<Fix>>map(meant -> List.of(new Fix.Replace(at.position(), meant + rest)))
                .orElse(List.of());
        problems.error(
                at,
                Code.UNKNOWN_NAME,
                "there is no layer " + Quote.of(layer) + ScalarReader.suggestion(layer, names),
                fixes);
    }

    private Optional<String> theirs(Entry pair, Optional<WeightsHeader> header) {
        if (binder.noValue(pair)) {
            return Optional.empty();
        }
        if (!(pair.value() instanceof ScalarNode theirs)) {
            problems.error(
                    pair.valueLocation(),
                    Code.WRONG_TYPE,
                    "mapping must give a name in the file for each layer or tensor, is "
                            + Quote.describe(pair.value()));
            return Optional.empty();
        }
        if (header.isPresent() && !header.get().has(theirs.text())) {
            problems.error(
                    theirs.location(),
                    Code.UNKNOWN_NAME,
                    "the weights file has no tensor and no layer " + Quote.of(theirs.text())
                            + ScalarReader.suggestion(
                                    theirs.text(), header.get().names()),
                    ScalarReader.nearest(
                            theirs.location(), theirs.text(), header.get().names()));
        }
        return Optional.of(theirs.text());
    }

    /**
     * The patterns of the frozen layers.
     *
     * @param summaries of each layer, if known
     */
    List<String> freeze(List<Optional<LayerSummary>> summaries) {
        Optional<Entry> entry = fields.entry(FREEZE);
        if (entry.isEmpty() || binder.noValue(entry.get())) {
            return List.of();
        }
        List<String> patterns = new ArrayList<>();
        YamlNode value = entry.get().value();
        for (YamlNode item : value instanceof SequenceNode list ? list.items() : List.of(value)) {
            Location at = value instanceof SequenceNode
                    ? item.location()
                    : entry.get().valueLocation();
            pattern(item, at).ifPresent(patterns::add);
        }
        checkTrainable(patterns, summaries, entry.get().key().location());
        return patterns;
    }

    private Optional<String> pattern(YamlNode item, Location at) {
        if (!(item instanceof ScalarNode name) || name.isNull()) {
            problems.error(at, Code.WRONG_TYPE, "freeze must be a list of layer names, is " + Quote.describe(item));
            return Optional.empty();
        }
        if (names.stream().noneMatch(new LayerPattern(name.text())::matches)) {
            unknownLayer(at, name.text(), "");
        }
        return Optional.of(name.text());
    }

    private void checkTrainable(List<String> patterns, List<Optional<LayerSummary>> summaries, Location at) {
        boolean known = !summaries.isEmpty() && summaries.stream().allMatch(Optional::isPresent);
        boolean left = false;
        for (int i = 0; known && i < layers.size(); i++) {
            String name = names.get(i);
            boolean frozen = patterns.stream().anyMatch(pattern -> new LayerPattern(pattern).matches(name));
            left |= !frozen && summaries.get(i).get().parameters() > 0;
        }
        if (known && !left && !patterns.isEmpty()) {
            problems.error(at, Code.INCONSISTENT, "freeze leaves no layer with parameters to train: name fewer layers");
        }
    }
}
