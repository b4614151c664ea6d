package org.backprop.editor.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.backprop.editor.network.Step.Result;
import org.backprop.editor.network.graph.Diagram.Wire;
import org.backprop.editor.page.TextEdits;
import org.backprop.model.Layer;
import org.backprop.model.TypeInfo;
import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.LayerPlace;
import org.backprop.model.edit.LayerText;
import org.backprop.model.edit.ModelEdit;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;

/** What can be done with the layers that are selected. */
final class NetworkActions {
    private static final LayerPlace END = new LayerPlace("", Integer.MAX_VALUE);

    private final NetworkPage page;
    private final NetworkCanvas canvas;
    private final TextEdits edits;
    private final EditQueue queue;

    NetworkActions(NetworkPage page, NetworkCanvas canvas, TextEdits edits) {
        this.page = page;
        this.canvas = canvas;
        this.edits = edits;
        queue = new EditQueue(canvas, edits, page::select, page::unchanged);
    }

    private List<String> selected() {
        return canvas.selected().stream().filter(Layers.NOT_INPUT).toList();
    }

    boolean hasSelection() {
        return !selected().isEmpty();
    }

    /** Begins an edit of the selected layers, which are drawn faintly until it is shown. */
    void edit(Step step) {
        edit(selected(), step);
    }

    private void edit(List<String> about, Step step) {
        if (edits.mayChange()) {
            canvas.changing(about);
            queue.add(step, List.copyOf(canvas.selected()));
        } else {
            page.unchanged();
        }
    }

    /** Inserts a new layer behind the selected one, into the selected wire, or at the end. */
    void insert(TypeInfo type) {
        Wire wire = canvas.wire();
        if (wire != null && !Templates.takesSeveral(type)) {
            insertInto(wire, type);
        } else {
            edit((edit, selected) -> {
                LayerPlace place = afterSelection(edit, selected);
                return Result.selecting(edit.insert(place, Templates.of(type, inputs(edit, selected))), place);
            });
        }
    }

    /** Inserts a new layer into a wire. */
    void insertInto(Wire wire, TypeInfo type) {
        edit(List.of(), (edit, selected) -> {
            LayerPlace place = edit.place(wire.target()).orElse(END);
            return Result.selecting(
                    edit.insertBetween(wire.source(), wire.target(), Templates.of(type, List.of())), place);
        });
    }

    /** The selected layers, or two to begin with. */
    private static List<String> inputs(ModelEdit edit, List<String> selected) {
        List<String> names = selected.stream().filter(Layers.NOT_INPUT).toList();
        if (names.size() > 1) {
            return names;
        }
        List<LayerText> layers = edit.layers();
        String last = !names.isEmpty()
                ? names.getFirst()
                : layers.isEmpty() ? Layer.INPUT : layers.getLast().name();
        String before = Layers.named(layers, last).stream()
                .flatMap(layer -> layer.inputs().stream())
                .findFirst()
                .orElse(Layer.INPUT);
        return List.of(last, before);
    }

    private static LayerPlace afterSelection(ModelEdit edit, List<String> selected) {
        LayerPlace place = null;
        for (String name : selected) {
            LayerPlace behind = edit.place(name)
                    .map(at -> new LayerPlace(at.block(), at.index() + 1))
                    .orElse(new LayerPlace("", 0));
            boolean later = place == null || place.block().equals(behind.block()) && behind.index() > place.index();
            place = later ? behind : place;
        }
        return place == null ? end(edit) : place;
    }

    private static LayerPlace end(ModelEdit edit) {
        return new LayerPlace("", (int)
                edit.layers().stream().filter(layer -> layer.block().isEmpty()).count());
    }

    /** Removes the selected layers, or the selected connection. */
    void delete() {
        Wire wire = canvas.wire();
        if (wire != null) {
            disconnect(wire);
        } else if (hasSelection()) {
            edit((edit, selected) -> {
                List<String> names = selected.stream().filter(Layers.NOT_INPUT).toList();
                if (names.isEmpty()) {
                    return Result.NOTHING;
                }
                String next = Layers.named(edit.layers(), names.getFirst()).stream()
                        .flatMap(layer -> layer.inputs().stream())
                        .findFirst()
                        .filter(name -> !names.contains(name))
                        .orElse("");
                return new Result(edit.removeLayers(names), changed -> next.isEmpty() ? List.of() : List.of(next));
            });
        }
    }

    private void disconnect(Wire wire) {
        edit(List.of(wire.target()), (edit, selected) -> {
            List<String> inputs = new ArrayList<>(Layers.inputs(edit, wire.target()));
            inputs.remove(wire.source());
            if (inputs.isEmpty()) {
                throw new EditRefusedException(Messages.only_input);
            }
            return new Result(edit.setInputs(wire.target(), inputs), null);
        });
    }

    /** Lets a layer take the output of another: as one more input if it takes several, else in place of its own. */
    void connect(String source, String target) {
        if (target.equals(Layer.INPUT)) {
            page.say(Messages.no_inputs);
            return;
        }
        edit(List.of(target), (edit, selected) -> {
            List<String> inputs = new ArrayList<>();
            if (Layers.named(edit.layers(), target).filter(Layers::takesSeveral).isPresent()) {
                inputs.addAll(Layers.inputs(edit, target));
            }
            inputs.add(source);
            return new Result(edit.setInputs(target, inputs), null);
        });
    }

    /** Moves a layer to where a wire ends. */
    void moveOnto(String name, Wire wire) {
        if (!name.equals(Layer.INPUT)
                && !wire.source().equals(name)
                && !wire.target().equals(name)) {
            move(name, wire.target(), false);
        }
    }

    /** Moves a layer to the place before or behind another one of its list. */
    void move(String name, String other, boolean behind) {
        edit(List.of(name), (edit, selected) -> {
            LayerPlace place = Layers.place(edit, other);
            if (!Layers.place(edit, name).block().equals(place.block())) {
                throw new EditRefusedException(Messages.other_block);
            }
            return moved(edit, name, behind ? place.index() + 1 : place.index());
        });
    }

    /** Moves the selected layer by one place in its list. */
    void moveBy(int places) {
        if (hasSelection()) {
            edit((edit, selected) -> {
                List<String> names = selected.stream().filter(Layers.NOT_INPUT).toList();
                if (names.isEmpty()) {
                    return Result.NOTHING;
                }
                String name = names.getLast();
                int to = Layers.place(edit, name).index() + places;
                return to < 0
                        ? Result.NOTHING
                        : moved(edit, name, Math.min(places > 0 ? to + 1 : to, Layers.siblings(edit, name)));
            });
        }
    }

    /** Moves a layer before an index of its list, and goes on with it selected under the name that it has then. */
    private static Result moved(ModelEdit edit, String name, int index) throws EditRefusedException {
        LayerPlace from = Layers.place(edit, name);
        int to = index > from.index() ? index - 1 : index;
        return Result.selecting(edit.move(name, index), new LayerPlace(from.block(), to));
    }

    void duplicate() {
        if (hasSelection()) {
            edit((edit, selected) -> {
                List<String> names = selected.stream().filter(Layers.NOT_INPUT).toList();
                return Result.selecting(edit.duplicate(names), afterSelection(edit, names));
            });
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
            edit((edit, selected) -> {
                LayerPlace place = afterSelection(edit, selected);
                return Result.selecting(edit.insert(place, yaml), place);
            });
        }
    }

    void selectAll() {
        canvas.select(canvas.diagram().boxes().stream()
                .map(box -> box.node().name())
                .filter(Layers.NOT_INPUT)
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
                .ifPresent(box ->
                        new RenameBox(canvas, box, name -> rename(box.node().name(), name)));
    }

    /**
     * Renames a layer.
     *
     * @param full its full name
     * @param name the new name, without those of the blocks around it
     */
    void rename(String full, String name) {
        String renamed = full.substring(0, full.lastIndexOf('/') + 1) + name;
        edit(List.of(full), (edit, selected) -> new Result(edit.rename(full, name), changed -> List.of(renamed)));
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
