package org.backprop.model.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.model.diff.Difference.Element;
import org.backprop.model.diff.Difference.Kind;
import org.backprop.model.diff.Difference.Side;
import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.ModelEdit;
import org.backprop.model.internal.diff.LayerDiff;
import org.backprop.model.internal.diff.ValueDiff;
import org.backprop.model.internal.yaml.MappingNode;
import org.backprop.model.internal.yaml.Problems;
import org.backprop.model.internal.yaml.YamlParser;

/**
 * What two texts of model files have different: layers and settings, not lines. Comments, blank lines, the order of keys,
 * quotes, the spelling of numbers and the choice between short and long forms make no difference. Layers are matched by the
 * names they are given, others by what they are and by their order; the names that layers have by default make no difference
 * either.
 *
 * @param differences in the order of the right text
 * @param problem why there is no comparison: which text cannot be read and why; empty if both can
 */
public record ModelDiff(List<Difference> differences, Optional<String> problem) {
    private static final String NETWORK = "network";
    private static final String LAYERS = "layers";

    /** Copies the list. */
    public ModelDiff {
        differences = List.copyOf(differences);
    }

    /** Compares two texts. */
    public static ModelDiff between(String left, String right) {
        try {
            return new ModelDiff(differences(left, right), Optional.empty());
        } catch (EditRefusedException e) {
            return new ModelDiff(List.of(), Optional.of(e.getMessage()));
        }
    }

    private static List<Difference> differences(String left, String right) throws EditRefusedException {
        List<Difference> layers = LayerDiff.between(
                ModelEdit.of(left).layers(), ModelEdit.of(right).layers());
        ValueDiff values = new ValueDiff(left, right);
        MappingNode before = root(left);
        MappingNode after = root(right);
        List<Difference> inNetwork = new ArrayList<>(values.between(
                ValueDiff.without(ValueDiff.section(before, NETWORK), LAYERS),
                ValueDiff.without(ValueDiff.section(after, NETWORK), LAYERS)));
        inNetwork.addAll(layers);
        List<Difference> all = new ArrayList<>();
        if (!inNetwork.isEmpty()) {
            Optional<Side> from = before.entry(NETWORK).map(section -> ValueDiff.side(left, section));
            Optional<Side> to = after.entry(NETWORK).map(section -> ValueDiff.side(right, section));
            Kind kind = from.isEmpty() ? Kind.ADDED : to.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
            all.add(new Difference(kind, Element.SECTION, NETWORK, from, to, inNetwork));
        }
        all.addAll(values.between(ValueDiff.without(before, NETWORK), ValueDiff.without(after, NETWORK)));
        return all;
    }

    private static MappingNode root(String text) {
        return YamlParser.parse("", text, new Problems(""))
                .root()
                .map(ValueDiff::mapping)
                .orElse(ValueDiff.EMPTY);
    }
}
