package org.backprop.core.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.model.ModelReader;
import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.LayerPlace;
import org.backprop.model.edit.ModelEdit;
import org.backprop.model.edit.TextChange;

/** A remedy in the making: edits one after the other, of which none may be refused or leave an invalid model. */
final class Draft {
    private final String label;
    private final List<TextChange> changes = new ArrayList<>();
    private String text;
    private boolean refused;

    Draft(String text, String label) {
        this.text = text;
        this.label = label;
    }

    /** An edit of a text. */
    @FunctionalInterface
    private interface Edit {
        List<TextChange> of(ModelEdit edit) throws EditRefusedException;
    }

    /** Sets a value; the segments of the path have dots between. */
    Draft set(String path, String yaml) {
        return make(edit -> edit.set(path, yaml));
    }

    /** Sets a parameter of a layer. */
    Draft setInLayer(String layer, String parameter, String yaml) {
        return make(edit -> edit.set(List.of("network", "layers", layer, parameter), yaml));
    }

    /** Inserts a layer before another. */
    Draft insertBefore(String layer, String yaml) {
        return make(edit -> {
            LayerPlace place = edit.place(layer).orElseThrow(() -> new EditRefusedException(layer));
            return edit.insert(place, yaml);
        });
    }

    private Draft make(Edit edit) {
        try {
            List<TextChange> made = edit.of(ModelEdit.of(text));
            text = TextChange.apply(text, made);
            made.stream().sorted(TextChange.BACKWARDS).forEach(changes::add);
        } catch (EditRefusedException asItIsLaidOut) {
            refused = true;
        }
        return this;
    }

    /** The remedy; empty if an edit was refused, nothing would change, or the result has errors. */
    Optional<Remedy> finish() {
        boolean valid = !refused
                && !changes.isEmpty()
                && !ModelReader.read("model", text).hasErrors();
        return valid ? Optional.of(new Remedy(label, changes)) : Optional.empty();
    }
}
