package org.backprop.editor;

import java.util.Optional;

import org.backprop.editor.outline.ModelOutlinePage;
import org.backprop.editor.source.ModelViewerConfiguration;
import org.backprop.editor.source.SyntaxColors;
import org.backprop.editor.validation.Validator;
import org.backprop.model.Analysis;
import org.backprop.model.Position;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.source.DefaultCharacterPairMatcher;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.editors.text.TextEditor;
import org.eclipse.ui.texteditor.SourceViewerDecorationSupport;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/** Source of a model file: highlighting, problems while typing, content assist, outline. A page of {@link ModelEditor}. */
public final class ModelSourceEditor extends TextEditor {
    private static final char[] BRACKETS = {'{', '}', '[', ']'};

    private final Validator validator = new Validator(this::analysed);
    private final SyntaxColors colors = new SyntaxColors(this::repaint);
    private ModelOutlinePage outline;
    private volatile Analysis analysis;
    private Host host;

    /** The editor that this is a page of. */
    interface Host {
        /** Brings this page to the front. */
        void showSource();

        /** Closes the editor. */
        void close(boolean save);

        /** Says where the caret is. */
        void caretMoved(int offset);
    }

    /** Called by the workbench. */
    public ModelSourceEditor() {
        setPreferenceStore(EditorPreferences.store());
        setSourceViewerConfiguration(new ModelViewerConfiguration(getPreferenceStore(), colors, validator));
    }

    void setHost(Host host) {
        this.host = host;
    }

    @Override
    protected void initializeKeyBindingScopes() {
        setKeyBindingScopes(new String[] {"org.eclipse.ui.textEditorScope"});
    }

    @Override
    protected void doSetInput(IEditorInput input) throws CoreException {
        Optional<IFile> unsaved = unsaved();
        validator.setFile(Adapters.adapt(input, IFile.class));
        super.doSetInput(input);
        unsaved.ifPresent(Validator::restore);
    }

    @Override
    protected void configureSourceViewerDecorationSupport(SourceViewerDecorationSupport support) {
        super.configureSourceViewerDecorationSupport(support);
        support.setCharacterPairMatcher(new DefaultCharacterPairMatcher(BRACKETS));
        support.setMatchingCharacterPainterPreferenceKeys(
                EditorPreferences.MATCHING_BRACKETS, EditorPreferences.MATCHING_BRACKETS_COLOR);
    }

    /** YAML forbids tabs in its indentation. */
    @Override
    protected boolean isTabsToSpacesConversionEnabled() {
        return true;
    }

    @Override
    public void createPartControl(Composite parent) {
        super.createPartControl(parent);
        WordContext.install(getSourceViewer());
    }

    private void repaint() {
        ISourceViewer viewer = getSourceViewer();
        if (viewer != null) {
            viewer.invalidateTextPresentation();
        }
    }

    private void analysed(Analysis latest) {
        analysis = latest;
        if (outline != null) {
            outline.refresh();
        }
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        if (type == IContentOutlinePage.class) {
            if (outline == null || isDisposed(outline)) {
                outline = new ModelOutlinePage(() -> analysis, this::reveal);
            }
            return type.cast(outline);
        }
        return super.getAdapter(type);
    }

    private static boolean isDisposed(ModelOutlinePage page) {
        return page.getControl() != null && page.getControl().isDisposed();
    }

    /** Selects a part of the text that the user asked for elsewhere, and shows this page. */
    @Override
    public void selectAndReveal(int start, int length) {
        if (host != null) {
            host.showSource();
        }
        super.selectAndReveal(start, length);
    }

    private void reveal(Position position) {
        select(position.offset(), position.length());
    }

    /** Selects a part of the text without showing this page. */
    public void select(int offset, int wanted) {
        int length = getDocumentProvider().getDocument(getEditorInput()).getLength();
        int start = Math.min(offset, length);
        super.selectAndReveal(start, Math.min(wanted, length - start));
    }

    @Override
    public void close(boolean save) {
        if (host == null) {
            super.close(save);
        } else {
            getSite().getShell().getDisplay().asyncExec(() -> host.close(save));
        }
    }

    @Override
    protected void handleCursorPositionChanged() {
        super.handleCursorPositionChanged();
        if (!(getSelectionProvider().getSelection() instanceof ITextSelection caret)) {
            return;
        }
        if (outline != null) {
            outline.follow(caret.getOffset());
        }
        if (host != null) {
            host.caretMoved(caret.getOffset());
        }
    }

    @Override
    public void dispose() {
        colors.dispose();
        Optional<IFile> unsaved = unsaved();
        validator.stop();
        super.dispose();
        unsaved.ifPresent(Validator::restore);
    }

    /** The file whose edited text is about to be thrown away. */
    private Optional<IFile> unsaved() {
        return isDirty() ? Optional.ofNullable(file()) : Optional.empty();
    }

    private IFile file() {
        return Adapters.adapt(getEditorInput(), IFile.class);
    }
}
