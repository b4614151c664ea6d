package org.backprop.editor.page;

import java.util.List;
import java.util.function.Consumer;

import org.backprop.editor.ModelSourceEditor;
import org.backprop.editor.source.TextRewrite;
import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.ModelEdit;
import org.backprop.model.edit.TextChange;
import org.eclipse.jface.text.IDocument;

/** Edits the text of the source page, each time as one step of its undo. */
public final class TextEdits {

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
    public TextEdits(ModelSourceEditor source, Consumer<String> refused) {
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
    public boolean mayChange() {
        return source.validateEditorInputState();
    }

    /** Says why an edit was refused; empty if it was not. */
    public void say(String reason) {
        refused.accept(reason);
    }

    /** Changes the text, as one step of its undo. */
    public void apply(List<TextChange> changes) {
        TextRewrite.apply(source, changes);
    }

    /** The text of layers as a list; empty if they cannot be copied. */
    public String copy(List<String> layers) {
        try {
            return ModelEdit.of(text()).copy(layers);
        } catch (EditRefusedException e) {
            say(e.getMessage());
            return "";
        }
    }
}
