package org.backprop.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.editor.network.NetworkPage;
import org.backprop.editor.training.TrainingPage;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.ui.help.HelpContexts;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.part.IShowInSource;
import org.eclipse.ui.part.MultiPageEditorPart;
import org.eclipse.ui.part.MultiPageEditorSite;
import org.eclipse.ui.part.ShowInContext;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/** Edits a model file on three pages over one text: the network as a diagram, data and training as forms, and the source. */
public final class ModelEditor extends MultiPageEditorPart implements ModelSourceEditor.Host {
    /** Id of this editor. */
    public static final String ID = "org.backprop.editor.model";

    /** Index of the page with the diagram. */
    public static final int NETWORK = 0;

    /** Index of the page with the text. */
    public static final int SOURCE = 2;

    private static final int TRAINING = 1;

    private final ModelSourceEditor source = new ModelSourceEditor();
    private NetworkPage network;
    private TrainingPage training;
    private int before = NETWORK;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        super.init(site, input);
        setPartName(input.getName());
    }

    @Override
    protected void createPages() {
        try {
            network = new NetworkPage(source, () -> setActivePage(SOURCE));
            training = new TrainingPage(source, () -> setActivePage(SOURCE));
            source.setHost(this);
            addPage(NETWORK, source, getEditorInput());
            addPage(NETWORK, network, getEditorInput());
            addPage(TRAINING, training, getEditorInput());
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
        HelpContexts.set(getContainer(), HelpContexts.EDITOR);
        setPageText(NETWORK, Messages.network);
        setPageText(TRAINING, Messages.training);
        setPageText(SOURCE, Messages.source);
        source.addPropertyListener((part, property) -> sourceChanged(property));
        setActivePage(Math.clamp(EditorPreferences.own().getInt(EditorPreferences.OPEN_PAGE), NETWORK, SOURCE));
    }

    /** A page tells what is selected in it only while it is in front. */
    @Override
    protected IEditorSite createSite(IEditorPart page) {
        return new MultiPageEditorSite(this, page) {
            @Override
            protected void handleSelectionChanged(SelectionChangedEvent event) {
                if (getActiveEditor() == page) {
                    super.handleSelectionChanged(event);
                }
            }

            @Override
            protected void handlePostSelectionChanged(SelectionChangedEvent event) {
                if (getActiveEditor() == page) {
                    super.handlePostSelectionChanged(event);
                }
            }
        };
    }

    private void sourceChanged(int property) {
        if (property == PROP_INPUT || property == PROP_TITLE) {
            setInputWithNotify(source.getEditorInput());
            setPartName(source.getEditorInput().getName());
        }
    }

    @Override
    protected void pageChange(int page) {
        super.pageChange(page);
        if (page == NETWORK && before == SOURCE) {
            network.follow();
        }
        before = page;
        EditorPreferences.own().setValue(EditorPreferences.OPEN_PAGE, page);
        if (page == TRAINING) {
            training.opened();
        } else {
            training.commit();
        }
        if (getEditorSite().getActionBarContributor() instanceof ModelEditorContributor contributor) {
            contributor.setActiveEditor(this);
        }
    }

    /** Whether the diagram is in front. */
    boolean showsNetwork() {
        return getActivePage() == NETWORK;
    }

    /** Whether the forms are in front. */
    boolean showsTraining() {
        return getActivePage() == TRAINING;
    }

    /** The page with the forms. */
    TrainingPage training() {
        return training;
    }

    /** The page with the text. */
    ModelSourceEditor source() {
        return source;
    }

    /** The page with the diagram. */
    NetworkPage network() {
        return network;
    }

    /** Brings the diagram to the front. */
    public void showNetwork() {
        setActivePage(NETWORK);
    }

    /** Brings the forms to the front. */
    public void showTraining() {
        setActivePage(TRAINING);
    }

    @Override
    public void showSource() {
        setActivePage(SOURCE);
    }

    @Override
    public void close(boolean save) {
        getSite().getPage().closeEditor(this, save);
    }

    @Override
    public void moveLayer(String layer, String other, boolean behind) {
        network.move(layer, other, behind);
    }

    @Override
    public void caretMoved(int offset) {
        network.follow(offset);
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        training.commit();
        source.doSave(monitor);
    }

    @Override
    public void doSaveAs() {
        training.commit();
        source.doSaveAs();
    }

    @Override
    public boolean isSaveAsAllowed() {
        return true;
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        if (type == ITextEditor.class || type == ModelSourceEditor.class) {
            return type.cast(source);
        }
        if (type == NetworkPage.class) {
            return type.cast(network);
        }
        if (type == TrainingPage.class) {
            return type.cast(training);
        }
        if (type == IContentOutlinePage.class) {
            return source.getAdapter(type);
        }
        if (type == IShowInSource.class) {
            IShowInSource here = this::shownIn;
            return type.cast(here);
        }
        if (type == IGotoMarker.class) {
            IGotoMarker target = this::gotoMarker;
            return type.cast(target);
        }
        return super.getAdapter(type);
    }

    /** The file for the views of files, the run of the model that the diagram follows for those of runs. */
    private ShowInContext shownIn() {
        List<Object> elements = new ArrayList<>();
        Optional.ofNullable(Adapters.adapt(getEditorInput(), IFile.class)).ifPresent(elements::add);
        network.measuring().run().map(RunSnapshot::folder).ifPresent(elements::add);
        return new ShowInContext(getEditorInput(), new StructuredSelection(elements));
    }

    private void gotoMarker(IMarker marker) {
        IGotoMarker target = source.getAdapter(IGotoMarker.class);
        showSource();
        target.gotoMarker(marker);
    }
}
