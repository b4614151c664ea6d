package org.backprop.editor;

import java.util.List;
import java.util.Optional;

import org.backprop.editor.folding.Folding;
import org.backprop.editor.occurrences.OccurrenceMarks;
import org.backprop.editor.outline.ModelOutlinePage;
import org.backprop.editor.source.ModelAssist.Surroundings;
import org.backprop.editor.source.ModelViewerConfiguration;
import org.backprop.editor.source.SyntaxColors;
import org.backprop.editor.validation.Reading;
import org.backprop.editor.validation.Validator;
import org.backprop.model.Position;
import org.backprop.ui.refresh.Refresher;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.source.DefaultCharacterPairMatcher;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.IVerticalRuler;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionSupport;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.editors.text.TextEditor;
import org.eclipse.ui.texteditor.SourceViewerDecorationSupport;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/** Source of a model file: highlighting, problems while typing, content assist, outline. A page of {@link ModelEditor}. */
public final class ModelSourceEditor extends TextEditor {
    private static final char[] BRACKETS = {'{', '}', '[', ']'};

    private static final String SCOPE = "org.backprop.editor.source";
    private static final String MENU = "#BackpropSourceContext";

    private final Validator validator = new Validator(this::read);
    private final SyntaxColors colors = new SyntaxColors(this::repaint);
    private final IPropertyChangeListener marking = event -> {
        if (event.getProperty().equals(EditorPreferences.MARK_OCCURRENCES)) {
            markOccurrences();
        }
    };
    private ModelOutlinePage outline;
    private volatile Reading latest;
    private Host host;
    private volatile Refresher<Reading> shown;
    private ProjectionSupport projection;
    private OccurrenceMarks occurrences;
    private SourceCommands commands;

    /** The editor that this is a page of. */
    interface Host {
        /** Brings this page to the front. */
        void showSource();

        /** Closes the editor. */
        void close(boolean save);

        /** Moves a layer to the place before or behind another one of its list. */
        void moveLayer(String layer, String other, boolean behind);

        /** Says where the caret is. */
        void caretMoved(int offset);
    }

    /** Called by the workbench. */
    public ModelSourceEditor() {
        setPreferenceStore(EditorPreferences.store());
        setSourceViewerConfiguration(
                new ModelViewerConfiguration(getPreferenceStore(), colors, validator, new Subject()));
        setEditorContextMenuId(MENU);
    }

    private final class Subject implements ModelViewerConfiguration.Subject {
        @Override
        public Optional<Reading> reading() {
            return ModelSourceEditor.this.reading();
        }

        @Override
        public Surroundings surroundings() {
            IFile file = file();
            boolean local = file != null && file.getLocation() != null;
            return new Surroundings(
                    latest == null ? List.of() : latest.layers(),
                    local ? file.getLocation().toPath().getParent() : null);
        }

        @Override
        public void reveal(int offset, int length) {
            selectAndReveal(offset, length);
        }
    }

    void setHost(Host host) {
        this.host = host;
    }

    @Override
    protected void initializeKeyBindingScopes() {
        setKeyBindingScopes(new String[] {SCOPE});
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
    protected ISourceViewer createSourceViewer(Composite parent, IVerticalRuler ruler, int styles) {
        ProjectionViewer viewer =
                new ProjectionViewer(parent, ruler, getOverviewRuler(), isOverviewRulerVisible(), styles);
        getSourceViewerDecorationSupport(viewer);
        return viewer;
    }

    @Override
    public void createPartControl(Composite parent) {
        super.createPartControl(parent);
        ProjectionViewer viewer = (ProjectionViewer) getSourceViewer();
        projection = new ProjectionSupport(viewer, getAnnotationAccess(), getSharedColors());
        projection.addSummarizableAnnotationType("org.eclipse.ui.workbench.texteditor.error");
        projection.addSummarizableAnnotationType("org.eclipse.ui.workbench.texteditor.warning");
        projection.install();
        viewer.enableProjection();
        occurrences = new OccurrenceMarks(viewer);
        commands = new SourceCommands(this, viewer, this::reading);
        shown = new Refresher<>(viewer.getTextWidget(), () -> latest, known -> showReading());
        shown.refresh();
        getPreferenceStore().addPropertyChangeListener(marking);
    }

    /** Folds or unfolds: an operation of {@link ProjectionViewer}. */
    public void fold(int operation) {
        ITextOperationTarget target = (ProjectionViewer) getSourceViewer();
        if (target.canDoOperation(operation)) {
            target.doOperation(operation);
        }
    }

    /** What commands do with the text. */
    public SourceCommands commands() {
        return commands;
    }

    /** Says something in the status line; empty to say nothing. */
    void say(String message) {
        setStatusLineErrorMessage(message.isEmpty() ? null : message);
    }

    private void repaint() {
        ISourceViewer viewer = getSourceViewer();
        if (viewer != null) {
            viewer.invalidateTextPresentation();
        }
    }

    private void read(Reading reading) {
        latest = reading;
        if (outline != null) {
            outline.refresh();
        }
        if (shown != null) {
            shown.refresh();
        }
    }

    /** What is known of the text as it is; empty while that is not known. Call on the UI thread. */
    private Optional<Reading> reading() {
        ISourceViewer viewer = getSourceViewer();
        boolean current = latest != null
                && viewer != null
                && viewer.getDocument() instanceof IDocumentExtension4 document
                && document.getModificationStamp() == latest.stamp();
        return current ? Optional.of(latest) : Optional.empty();
    }

    private void showReading() {
        reading().ifPresent(known -> {
            ProjectionAnnotationModel model = ((ProjectionViewer) getSourceViewer()).getProjectionAnnotationModel();
            if (model != null) {
                new Folding(model).show(known.folds());
            }
            markOccurrences();
        });
    }

    private void markOccurrences() {
        if (occurrences == null || getSourceViewer() == null) {
            return;
        }
        if (!getPreferenceStore().getBoolean(EditorPreferences.MARK_OCCURRENCES)) {
            occurrences.clear();
        } else if (getSelectionProvider().getSelection() instanceof ITextSelection caret) {
            reading().ifPresent(known -> occurrences.show(known.names(), caret.getOffset()));
        }
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        if (type == IContentOutlinePage.class) {
            if (outline == null || isDisposed(outline)) {
                outline =
                        new ModelOutlinePage(() -> latest == null ? null : latest.analysis(), this::reveal, this::move);
            }
            return type.cast(outline);
        }
        T ofProjection = projection == null ? null : projection.getAdapter(getSourceViewer(), type);
        return ofProjection == null ? super.getAdapter(type) : ofProjection;
    }

    private void move(String layer, String other, boolean behind) {
        if (host != null) {
            host.moveLayer(layer, other, behind);
        }
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
        markOccurrences();
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
        getPreferenceStore().removePropertyChangeListener(marking);
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
