package org.backprop.editor.network;

import java.util.List;
import java.util.function.Consumer;

import org.backprop.editor.ModelSourceEditor;
import org.backprop.model.edit.EditRefusedException;
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

    /** Does an edit at once; false if it was refused. */
    public boolean run(Edit edit) {
        if (!mayChange()) {
            return false;
        }
        try {
            apply(edit.on(ModelEdit.of(text())));
            say("");
            return true;
        } catch (EditRefusedException e) {
            say(e.getMessage());
            return false;
        }
    }

    /** Whether the file can be written, after asking where that is usual. */
    boolean mayChange() {
        return source.validateEditorInputState();
    }

    /** Says why an edit was refused; empty if it was not. */
    void say(String reason) {
        refused.accept(reason);
    }

    /** Changes the text, as one step of its undo. */
    void apply(List<TextChange> changes) {
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

    /** The text of layers as a list; empty if they cannot be copied. */
    String copy(List<String> layers) {
        try {
            return ModelEdit.of(text()).copy(layers);
        } catch (EditRefusedException e) {
            say(e.getMessage());
            return "";
        }
    }
}
