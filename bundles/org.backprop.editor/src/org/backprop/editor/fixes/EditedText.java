package org.backprop.editor.fixes;

import java.util.List;
import java.util.Optional;

import org.backprop.core.model.ModelFiles;
import org.backprop.model.edit.TextChange;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.texteditor.ITextEditor;

/** The text of a model file as it is in its editor, if it has one. Call on the UI thread. */
final class EditedText {

    private EditedText() {}

    /** The text in the editor, or else on disk. */
    static String of(IResource file) throws CoreException {
        Optional<String> edited = editor(file).map(EditedText::document).map(IDocument::get);
        return edited.isPresent() ? edited.get() : ModelFiles.text((IFile) file);
    }

    private static Optional<ITextEditor> editor(IResource file) {
        IWorkbenchPage page = page();
        IEditorPart part = page == null ? null : page.findEditor(new FileEditorInput((IFile) file));
        return Optional.ofNullable(part).map(open -> Adapters.adapt(open, ITextEditor.class));
    }

    private static IWorkbenchPage page() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return window == null ? null : window.getActivePage();
    }

    private static IDocument document(ITextEditor editor) {
        return editor.getDocumentProvider().getDocument(editor.getEditorInput());
    }

    /**
     * Opens the editor of a file and makes changes there, as one that can be undone.
     *
     * @param changes one after the other: offsets are those of the text after the changes before
     */
    static void change(IFile file, List<TextChange> changes) throws CoreException {
        ITextEditor editor = Adapters.adapt(IDE.openEditor(page(), file), ITextEditor.class);
        IRewriteTarget target = editor.getAdapter(IRewriteTarget.class);
        target.beginCompoundChange();
        try {
            for (TextChange change : changes) {
                target.getDocument().replace(change.offset(), change.length(), change.replacement());
            }
        } catch (BadLocationException e) {
            throw new CoreException(Status.error(e.getLocalizedMessage(), e));
        } finally {
            target.endCompoundChange();
        }
        TextChange first = changes.getLast();
        editor.selectAndReveal(first.offset(), first.replacement().length());
    }
}
