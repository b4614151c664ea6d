package org.backprop.editor.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.backprop.editor.network.graph.Diagram.Wire;
import org.backprop.editor.network.graph.Node;
import org.backprop.model.Layer;
import org.backprop.model.TypeInfo;
import org.backprop.model.edit.LayerPlace;
import org.backprop.model.edit.LayerText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;

/** What can be done with the layers that are selected. */
final class NetworkActions {

    private final NetworkPage page;
    private final NetworkCanvas canvas;
    private final NetworkEdits edits;

    NetworkActions(NetworkPage page, NetworkCanvas canvas, NetworkEdits edits) {
        this.page = page;
        this.canvas = canvas;
        this.edits = edits;
    }

    private List<String> selected() {
        return canvas.selected().stream()
                .filter(name -> !name.equals(Layer.INPUT))
                .toList();
    }

    boolean hasSelection() {
        return !selected().isEmpty();
    }

    private String primary() {
        return canvas.primary().map(box -> box.node().name()).orElse("");
    }

    /** Inserts a new layer behind the selected one, into the selected wire, or at the end. */
    void insert(TypeInfo type) {
        Wire wire = canvas.wire();
        if (wire != null && !Templates.takesSeveral(type)) {
            insertInto(wire, type);
        } else {
            insert(afterSelection(), Templates.of(type, inputs()));
        }
    }

    /** Inserts a new layer into a wire. */
    void insertInto(Wire wire, TypeInfo type) {
        LayerText consumer = page.shown().layer(wire.target());
        if (edits.run(edit -> edit.insertBetween(wire.source(), wire.target(), Templates.of(type, List.of())))) {
            selectLater(edits.nameAt(new LayerPlace(consumer.block(), consumer.index())));
        }
    }

    private void insert(LayerPlace place, String yaml) {
        if (edits.run(edit -> edit.insert(place, yaml))) {
            selectLater(edits.nameAt(place));
        }
    }

    private void selectLater(String name) {
        page.select(name.isEmpty() ? List.of() : List.of(name));
    }

    /** The selected layers, or two to begin with. */
    private List<String> inputs() {
        List<String> names = selected();
        if (names.size() > 1) {
            return names;
        }
        String last = names.isEmpty() ? lastName() : names.getFirst();
        LayerText layer = page.shown().layer(last);
        return List.of(
                last,
                layer == null || layer.inputs().isEmpty()
                        ? Layer.INPUT
                        : layer.inputs().getFirst());
    }

    private String lastName() {
        List<LayerText> layers = page.shown().layers();
        return layers.isEmpty() ? Layer.INPUT : layers.getLast().name();
    }

    private LayerPlace afterSelection() {
        LayerPlace place = null;
        for (String name : canvas.selected()) {
            LayerText layer = page.shown().layer(name);
            LayerPlace behind =
                    layer == null ? new LayerPlace("", 0) : new LayerPlace(layer.block(), layer.index() + 1);
            boolean later = place == null || place.block().equals(behind.block()) && behind.index() > place.index();
            place = later ? behind : place;
        }
        return place == null ? end() : place;
    }

    private LayerPlace end() {
        return new LayerPlace("", (int) page.shown().layers().stream()
                .filter(layer -> layer.block().isEmpty())
                .count());
    }

    /** Removes the selected layers, or the selected connection. */
    void delete() {
        Wire wire = canvas.wire();
        if (wire != null) {
            disconnect(wire);
            return;
        }
        List<String> names = selected();
        if (names.isEmpty()) {
            return;
        }
        LayerText first = page.shown().layer(names.getFirst());
        String next =
                first == null || first.inputs().isEmpty() ? "" : first.inputs().getFirst();
        if (edits.run(edit -> edit.removeLayers(names)) && !names.contains(next)) {
            selectLater(next);
        }
    }

    private void disconnect(Wire wire) {
        LayerText layer = page.shown().layer(wire.target());
        List<String> inputs = new ArrayList<>(layer.inputs());
        inputs.remove(wire.source());
        if (inputs.isEmpty()) {
            page.say(Messages.only_input);
        } else {
            edits.run(edit -> edit.setInputs(wire.target(), inputs));
        }
    }

    /** Lets a layer take the output of another: as one more input if it takes several, else in place of its own. */
    void connect(String source, String target) {
        LayerText layer = page.shown().layer(target);
        if (layer == null) {
            page.say(Messages.no_inputs);
            return;
        }
        List<String> inputs = new ArrayList<>();
        if (List.of("add", "concat", "multiply").contains(layer.type())) {
            inputs.addAll(layer.inputs());
        }
        inputs.add(source);
        edits.run(edit -> edit.setInputs(target, inputs));
    }

    /** Moves a layer to where a wire ends. */
    void moveOnto(String name, Wire wire) {
        LayerText layer = page.shown().layer(name);
        LayerText target = page.shown().layer(wire.target());
        if (layer == null
                || target == null
                || wire.source().equals(name)
                || wire.target().equals(name)) {
            return;
        }
        if (!layer.block().equals(target.block())) {
            page.say(Messages.other_block);
            return;
        }
        edits.run(edit -> edit.move(name, target.index()));
    }

    /** Moves the selected layer by one place in its list. */
    void moveBy(int places) {
        LayerText layer = page.shown().layer(primary());
        if (layer != null && layer.index() + places >= 0) {
            LayerPlace to = new LayerPlace(layer.block(), layer.index() + places);
            if (edits.run(edit -> edit.move(layer.name(), places > 0 ? to.index() + 1 : to.index()))) {
                selectLater(edits.nameAt(to));
            }
        }
    }

    void duplicate() {
        List<String> names = selected();
        if (!names.isEmpty()) {
            LayerPlace place = afterSelection();
            if (edits.run(edit -> edit.duplicate(names))) {
                selectLater(edits.nameAt(place));
            }
        }
    }

    void copy() {
        String text = hasSelection() ? edits.copy(selected()) : "";
        if (!text.isEmpty()) {
            Clipboard clipboard = new Clipboard(canvas.getDisplay());
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    void cut() {
        copy();
        delete();
    }

    void paste() {
        Clipboard clipboard = new Clipboard(canvas.getDisplay());
        Object text = clipboard.getContents(TextTransfer.getInstance());
        clipboard.dispose();
        if (text instanceof String yaml && !yaml.isBlank()) {
            insert(afterSelection(), yaml);
        }
    }

    void selectAll() {
        canvas.select(canvas.diagram().boxes().stream()
                .map(box -> box.node().name())
                .filter(name -> !name.equals(Layer.INPUT))
                .toList());
    }

    /** Opens what was double-clicked or Enter was pressed on: a folded block, else the name. */
    void open() {
        if (canvas.primary().filter(box -> box.node().folded()).isPresent()) {
            fold();
        } else {
            rename();
        }
    }

    void rename() {
        canvas.primary()
                .filter(box -> !box.node().isInput())
                .ifPresent(box -> new RenameBox(canvas, box, name -> rename(box.node(), name)));
    }

    private void rename(Node node, String name) {
        String full = node.name();
        LayerText layer = page.shown().layer(full);
        if (edits.run(edit -> edit.rename(full, name))) {
            selectLater(layer.block().isEmpty() ? name : layer.block() + "/" + name);
        }
    }

    /** Folds or unfolds the blocks that are selected or around what is selected. */
    void fold() {
        Set<String> folded = new HashSet<>(page.folded());
        Set<String> touched = new LinkedHashSet<>();
        for (String name : selected()) {
            LayerText layer = page.shown().layer(name);
            if (layer != null && (layer.isBlock() || !layer.block().isEmpty())) {
                touched.add(layer.isBlock() ? name : layer.block());
            }
        }
        touched.forEach(block -> {
            if (!folded.remove(block)) {
                folded.add(block);
            }
        });
        fold(folded);
        page.select(touched);
    }

    /** Folds all blocks, or unfolds them if all are folded. */
    void foldAll() {
        Set<String> blocks = new HashSet<>();
        page.shown().layers().stream()
                .filter(LayerText::isBlock)
                .map(LayerText::name)
                .forEach(blocks::add);
        fold(page.folded().containsAll(blocks) ? Set.of() : blocks);
    }

    private void fold(Collection<String> blocks) {
        page.fold(Set.copyOf(blocks));
    }
}
