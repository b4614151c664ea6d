package org.backprop.editor;

import org.backprop.editor.network.NetworkPage;
import org.backprop.ui.help.HelpContexts;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.part.MultiPageEditorPart;
import org.eclipse.ui.part.MultiPageEditorSite;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/** Edits a model file on two pages over one text: the network as a diagram, and the source. */
public final class ModelEditor extends MultiPageEditorPart implements ModelSourceEditor.Host {
    /** Id of this editor. */
    public static final String ID = "org.backprop.editor.model";

    private static final int NETWORK = 0;
    private static final int SOURCE = 1;

    private final ModelSourceEditor source = new ModelSourceEditor();
    private NetworkPage network;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        super.init(site, input);
        setPartName(input.getName());
    }

    @Override
    protected void createPages() {
        try {
            network = new NetworkPage(source, () -> setActivePage(SOURCE));
            source.setHost(this);
            addPage(NETWORK, source, getEditorInput());
            addPage(NETWORK, network, getEditorInput());
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
        HelpContexts.set(getContainer(), HelpContexts.EDITOR);
        setPageText(NETWORK, Messages.network);
        setPageText(SOURCE, Messages.source);
        source.addPropertyListener((part, property) -> sourceChanged(property));
        setActivePage(EditorPreferences.own().getBoolean(EditorPreferences.OPEN_NETWORK) ? NETWORK : SOURCE);
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
        EditorPreferences.own().setValue(EditorPreferences.OPEN_NETWORK, page == NETWORK);
        if (getEditorSite().getActionBarContributor() instanceof ModelEditorContributor contributor) {
            contributor.setActiveEditor(this);
        }
    }

    /** Whether the diagram is in front. */
    boolean showsNetwork() {
        return getActivePage() == NETWORK;
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

    @Override
    public void showSource() {
        setActivePage(SOURCE);
    }

    @Override
    public void close(boolean save) {
        getSite().getPage().closeEditor(this, save);
    }

    @Override
    public void caretMoved(int offset) {
        network.follow(offset);
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

    @Override
    public <T> T getAdapter(Class<T> type) {
        if (type == ITextEditor.class || type == ModelSourceEditor.class) {
            return type.cast(source);
        }
        if (type == NetworkPage.class) {
            return type.cast(network);
        }
        if (type == IContentOutlinePage.class) {
            return source.getAdapter(type);
        }
        if (type == IGotoMarker.class) {
            IGotoMarker target = this::gotoMarker;
            return type.cast(target);
        }
        return super.getAdapter(type);
    }

    private void gotoMarker(IMarker marker) {
        IGotoMarker target = source.getAdapter(IGotoMarker.class);
        showSource();
        target.gotoMarker(marker);
    }
}
