package org.backprop.editor.page;

import java.nio.file.Path;

import org.backprop.editor.ModelSourceEditor;
import org.backprop.model.Position;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.part.EditorPart;

/** A page that shows the text of the source page in another form, follows its changes, and changes it. */
public abstract class TextPage extends EditorPart {

    private final ModelSourceEditor source;
    private final Runnable showSource;
    private final TextEdits edits;
    private final IDocumentListener listener = new IDocumentListener() {
        @Override
        public void documentAboutToBeChanged(DocumentEvent event) {}

        @Override
        public void documentChanged(DocumentEvent event) {
            refresh();
        }
    };
    private IDocument document;

    /**
     * A page.
     *
     * @param source the page with the text
     * @param showSource brings that page to the front
     */
    protected TextPage(ModelSourceEditor source, Runnable showSource) {
        this.source = source;
        this.showSource = showSource;
        this.edits = new TextEdits(source, this::say);
    }

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
    }

    /** The text has changed, or another one has taken its place. */
    protected abstract void textChanged();

    /** Shows the text as it is now, also after another file was opened or saved in its place. */
    protected final void refresh() {
        IDocument now = edits.document();
        if (now != null && now != document) {
            forget();
            document = now;
            document.addDocumentListener(listener);
        }
        textChanged();
    }

    private void forget() {
        if (document != null) {
            document.removeDocumentListener(listener);
        }
    }

    /** The page with the text. */
    protected final ModelSourceEditor source() {
        return source;
    }

    /** Brings the page with the text to the front. */
    protected final void showSource() {
        showSource.run();
        source.setFocus();
    }

    /** Shows a place of the text. */
    protected final void showSource(Position at) {
        showSource.run();
        source.select(at.offset(), at.length());
        source.setFocus();
    }

    /** The edits of the text. */
    public final TextEdits edits() {
        return edits;
    }

    /** The file, or null if it is not in the workspace. */
    public IFile file() {
        return Adapters.adapt(source.getEditorInput(), IFile.class);
    }

    /** Where the file is, or null if it is not in a folder of this machine. */
    protected final Path path() {
        IFile file = file();
        return file == null || file.getLocation() == null
                ? null
                : file.getLocation().toPath();
    }

    /** Says something in the status line; empty for nothing. */
    public void say(String message) {
        getEditorSite().getActionBars().getStatusLineManager().setErrorMessage(message.isEmpty() ? null : message);
    }

    @Override
    public void dispose() {
        forget();
        super.dispose();
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        source.doSave(monitor);
    }

    @Override
    public void doSaveAs() {
        source.doSaveAs();
    }

    @Override
    public boolean isSaveAsAllowed() {
        return true;
    }
}
