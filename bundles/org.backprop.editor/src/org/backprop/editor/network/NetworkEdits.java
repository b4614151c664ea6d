package org.backprop.editor.network;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import org.backprop.editor.ModelSourceEditor;
import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.LayerPlace;
import org.backprop.model.edit.LayerText;
import org.backprop.model.edit.ModelEdit;
import org.backprop.model.edit.TextChange;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRewriteTarget;

/** Edits the text of the source page, each time as one step of its undo. */
public final class NetworkEdits {

    private final ModelSourceEditor source;
    private final Consumer<String> refused;

    /** An edit of a text. */
    public interface Edit {
        /** The changes that do it. */
        List<TextChange> on(ModelEdit edit) throws EditRefusedException;
    }

    /**
     * Edits of an editor's text.
     *
     * @param refused gets the reason when an edit is refused
     */
    public NetworkEdits(ModelSourceEditor source, Consumer<String> refused) {
        this.source = source;
        this.refused = refused;
    }

    /** The text as it is now; null if the editor is closed. */
    public String text() {
        IDocument document = document();
        return document == null ? null : document.get();
    }

    /** The document of the text; null if the editor is closed. */
    public IDocument document() {
        return source.getDocumentProvider() == null
                ? null
                : source.getDocumentProvider().getDocument(source.getEditorInput());
    }

    /** Does an edit; false if it was refused. */
    public boolean run(Edit edit) {
        if (!source.validateEditorInputState()) {
            return false;
        }
        try {
            apply(edit.on(ModelEdit.of(text())));
            refused.accept("");
            return true;
        } catch (EditRefusedException e) {
            refused.accept(e.getMessage());
            return false;
        }
    }

    private void apply(List<TextChange> changes) {
        IRewriteTarget target = Adapters.adapt(source, IRewriteTarget.class);
        target.beginCompoundChange();
        try {
            for (TextChange change :
                    changes.stream().sorted(TextChange.BACKWARDS).toList()) {
                target.getDocument().replace(change.offset(), change.length(), change.replacement());
            }
        } catch (BadLocationException e) {
            throw new IllegalStateException(e);
        } finally {
            target.endCompoundChange();
        }
    }

    /** The name of the layer at a place; empty if there is none. */
    String nameAt(LayerPlace place) {
        try {
            return ModelEdit.of(text()).layers().stream()
                    .filter(layer ->
                            layer.index() == place.index() && layer.block().equals(place.block()))
                    .min(Comparator.comparingInt(LayerText::offset))
                    .map(LayerText::name)
                    .orElse("");
        } catch (EditRefusedException e) {
            return "";
        }
    }

    /** The text of layers as a list; empty if they cannot be copied. */
    String copy(List<String> layers) {
        try {
            return ModelEdit.of(text()).copy(layers);
        } catch (EditRefusedException e) {
            refused.accept(e.getMessage());
            return "";
        }
    }
}
