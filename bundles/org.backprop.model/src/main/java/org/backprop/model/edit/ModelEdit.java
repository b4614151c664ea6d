package org.backprop.model.edit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.backprop.model.Family;
import org.backprop.model.Fix;
import org.backprop.model.internal.edit.TextEdits;

/**
 * Edits of the text of a model file. Each gives the smallest changes that do it: comments, order, blank lines, anchors,
 * quotes, indentation, line ends and style of everything else stay byte for byte. Edits of one text do not add up: apply
 * the changes and begin anew with the text they give. Layers are named by their full names, as {@code block/conv1}.
 *
 * <p>An edit is refused with a reason if the text is no YAML, if what it names is not there, or if the text is laid out
 * in a way in which the edit cannot be written.
 */
public final class ModelEdit {

    private final TextEdits edits;

    private ModelEdit(TextEdits edits) {
        this.edits = edits;
    }

    /** Edits of this text. */
    public static ModelEdit of(String text) throws EditRefusedException {
        return new ModelEdit(TextEdits.of(text));
    }

    /** Sets a value, see {@link #set(List, String)}; the segments of the path have dots between. */
    public List<TextChange> set(String path, String yaml) throws EditRefusedException {
        return set(List.of(path.split("\\.", -1)), yaml);
    }

    /**
     * Sets a value. Keys that are not there are added; short forms are spelled out where the path goes inside of them:
     * {@code dense: 10} becomes {@code dense: {units: 10, activation: relu}}.
     *
     * @param path as of an override: keys, and names or 0-based indexes of entries of lists; the type that is selected
     *     may be left out, as in {@code training.optimizer.learning_rate} and {@code network.layers.hidden.units}
     * @param yaml the value on one line, as it stands in a file
     */
    public List<TextChange> set(List<String> path, String yaml) throws EditRefusedException {
        return edits.set(path, yaml);
    }

    /** Removes a key with its value, see {@link #remove(List)}; the segments of the path have dots between. */
    public List<TextChange> remove(String path) throws EditRefusedException {
        return remove(List.of(path.split("\\.", -1)));
    }

    /** Removes a key with its value, so that it has its default; no change if it is not there. */
    public List<TextChange> remove(List<String> path) throws EditRefusedException {
        return edits.remove(path);
    }

    /**
     * Selects a type of a family, as {@code sgd} in place of {@code adam}. Parameters that both types have stay, the others
     * go. The key is added if it is not there.
     *
     * @param path of the key whose value selects the type, with every type that is written on the way; of a data source
     *     that of its section
     */
    public List<TextChange> select(List<String> path, Family family, String type) throws EditRefusedException {
        return edits.select(path, family, type);
    }

    /**
     * Adds an entry at the end of a list. The list is made if there is none, and of a single value that stands for one.
     *
     * @param path of the key whose value is the list, with every type that is written on the way
     * @param yaml the entry on one line
     */
    public List<TextChange> add(List<String> path, String yaml) throws EditRefusedException {
        return edits.add(path, yaml);
    }

    /**
     * Moves an entry of a list to the place before another.
     *
     * @param path of the key whose value is the list, with every type that is written on the way
     * @param from 0-based place of the entry
     * @param to 0-based place of the entry that it will stand before; the number of entries for the end
     */
    public List<TextChange> moveItem(List<String> path, int from, int to) throws EditRefusedException {
        return edits.moveItem(path, from, to);
    }

    /** What stands in the text; empty if there is nothing but comments. */
    public Optional<ValueText> value() {
        return edits.value();
    }

    /** The layers of the text in the order in which they compute, those of a block before it. */
    public List<LayerText> layers() {
        return edits.layers();
    }

    /** Where a layer stands; empty if there is none of this name, and for the projection of a block. */
    public Optional<LayerPlace> place(String layer) {
        return edits.place(layer);
    }

    /**
     * Inserts layers. Names that are taken get a number; inputs from layers that are not there are left out. Places that
     * name layers by their default names, such as {@code dense_2}, go on naming the same ones.
     *
     * @param yaml a layer as it stands behind its dash, or a list of layers
     */
    public List<TextChange> insert(LayerPlace place, String yaml) throws EditRefusedException {
        return edits.insert(place, yaml);
    }

    /**
     * Inserts a layer between two that are connected.
     *
     * @param input the layer, or {@code input}, whose output the new layer takes
     * @param consumer the layer that takes the output of the new layer in place of it
     * @param yaml the layer as it stands behind its dash
     */
    public List<TextChange> insertBetween(String input, String consumer, String yaml) throws EditRefusedException {
        return edits.insertBetween(input, consumer, yaml);
    }

    /**
     * Removes layers. What took their outputs takes what they took, first of several; places that only name them, such as
     * {@code freeze} and {@code pruning.exclude}, lose the name.
     */
    public List<TextChange> removeLayers(Collection<String> layers) throws EditRefusedException {
        return edits.removeLayers(layers);
    }

    /** Moves a layer to the place before that at {@code index} of its list, or to the end. */
    public List<TextChange> move(String layer, int index) throws EditRefusedException {
        return edits.move(layer, index);
    }

    /** Inserts copies of layers of one list behind the last of them. */
    public List<TextChange> duplicate(Collection<String> layers) throws EditRefusedException {
        return edits.duplicate(layers);
    }

    /**
     * Renames a layer, and every place that names it: inputs, {@code freeze}, {@code mapping}, {@code pruning.exclude},
     * paths of the sweep.
     *
     * @param name the new name in its list, without those of the blocks around it
     */
    public List<TextChange> rename(String layer, String name) throws EditRefusedException {
        return edits.rename(layer, name);
    }

    /** Writes the name that a layer has by default into the text; no change if one is given. */
    public List<TextChange> name(String layer) throws EditRefusedException {
        return edits.name(layer);
    }

    /** The places that name layers, in the order of the text. */
    public List<LayerName> names() {
        return edits.names();
    }

    /** Does what mends a problem that the reader found in this text. */
    public List<TextChange> fix(Fix fix) throws EditRefusedException {
        return edits.fix(fix);
    }

    /**
     * Normalizes indentation, two spaces a level, and the spaces between words; a comment behind a value keeps its column
     * where that is free. Nothing but white space changes: words, comments, quotes, order and blank lines stay, and the
     * text means what it meant.
     */
    public List<TextChange> format() throws EditRefusedException {
        return edits.format();
    }

    /** Sets what a layer takes its inputs from: full names, or {@code input}; none for the layer before it. */
    public List<TextChange> setInputs(String layer, List<String> inputs) throws EditRefusedException {
        return edits.setInputs(layer, inputs);
    }

    /** The text of layers as a list in YAML, as {@link #insert} takes it. */
    public String copy(Collection<String> layers) throws EditRefusedException {
        return edits.copy(layers);
    }
}
