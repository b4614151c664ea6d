package org.backprop.editor;

import java.util.Optional;
import java.util.function.Supplier;

import org.backprop.editor.occurrences.LayerNames;
import org.backprop.editor.rename.LayerRename;
import org.backprop.editor.source.LineComments;
import org.backprop.editor.source.TextRewrite;
import org.backprop.editor.validation.Reading;
import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.LayerName;
import org.backprop.model.edit.ModelEdit;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.source.ISourceViewer;

/** What commands do with the source of a model. A refusal is said in the status line. */
public final class SourceCommands {
    private final ModelSourceEditor editor;
    private final ISourceViewer viewer;
    private final Supplier<Optional<Reading>> reading;

    SourceCommands(ModelSourceEditor editor, ISourceViewer viewer, Supplier<Optional<Reading>> reading) {
        this.editor = editor;
        this.viewer = viewer;
        this.reading = reading;
    }

    /** Normalizes indentation and spaces. */
    public void format() {
        if (!editor.validateEditorInputState()) {
            return;
        }
        try {
            TextRewrite.apply(editor, ModelEdit.of(document().get()).format());
            editor.say("");
        } catch (EditRefusedException e) {
            editor.say(e.getMessage());
        }
    }

    /** Makes the selected lines comments, or comments lines again. */
    public void toggleComment() {
        if (!editor.validateEditorInputState()) {
            return;
        }
        try {
            ITextSelection selection = selection();
            int last = selection.getEndLine();
            boolean atLineStart = selection.getLength() > 0
                    && document().getLineOffset(last) == selection.getOffset() + selection.getLength();
            TextRewrite.apply(
                    editor, LineComments.toggle(document(), selection.getStartLine(), atLineStart ? last - 1 : last));
        } catch (BadLocationException e) {
            ILog.of(SourceCommands.class).log(Status.error(e.getLocalizedMessage(), e));
        }
    }

    /** Renames the layer at the caret in all places at once. */
    public void renameLayer() {
        if (editor.validateEditorInputState()) {
            new LayerRename(editor, viewer, editor::say).begin(selection().getOffset());
        }
    }

    /** Shows the layer that is named at the caret. */
    public void openDeclaration() {
        Optional<LayerName> target = reading.get()
                .flatMap(known -> LayerNames.at(known.names(), selection().getOffset())
                        .flatMap(name -> LayerNames.declaration(known.names(), name.layer())));
        target.ifPresentOrElse(
                name -> editor.selectAndReveal(name.offset(), name.length()),
                () -> editor.say(Messages.no_declaration));
    }

    private IDocument document() {
        return viewer.getDocument();
    }

    private ITextSelection selection() {
        return (ITextSelection) editor.getSelectionProvider().getSelection();
    }
}
