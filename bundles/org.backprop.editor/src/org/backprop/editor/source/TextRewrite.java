package org.backprop.editor.source;

import java.util.List;

import org.backprop.model.edit.TextChange;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.ui.texteditor.ITextEditor;

/** Changes the text of an editor, as one step of its undo. */
public final class TextRewrite {

    /** With more changes than this the text is drawn once, after the last. */
    private static final int MANY = 20;

    private TextRewrite() {}

    /**
     * Makes changes whose offsets are those of the text as it is.
     *
     * @param changes in any order, none inside of another
     */
    public static void apply(ITextEditor editor, List<TextChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        IRewriteTarget target = editor.getAdapter(IRewriteTarget.class);
        boolean many = changes.size() > MANY;
        target.beginCompoundChange();
        target.setRedraw(!many);
        try {
            apply(target.getDocument(), changes);
        } finally {
            target.setRedraw(true);
            target.endCompoundChange();
        }
    }

    private static void apply(IDocument document, List<TextChange> changes) {
        try {
            for (TextChange change :
                    changes.stream().sorted(TextChange.BACKWARDS).toList()) {
                document.replace(change.offset(), change.length(), change.replacement());
            }
        } catch (BadLocationException e) {
            throw new IllegalStateException(e);
        }
    }
}
