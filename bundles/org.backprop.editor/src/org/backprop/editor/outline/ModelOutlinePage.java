package org.backprop.editor.outline;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.backprop.model.Analysis;
import org.backprop.model.Position;
import org.backprop.ui.refresh.Refresher;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;

/** Data, network and training of the model in the editor, with the shapes and parameter counts of the layers. */
public final class ModelOutlinePage extends ContentOutlinePage {
    private final Supplier<Analysis> analysis;
    private final Consumer<Position> reveal;
    private Refresher<OutlineItem> refresher;
    private OutlineItem root;
    private int caret;
    private boolean following;

    /**
     * Creates a page.
     *
     * @param analysis the latest analysis of the text, or null before the first
     * @param reveal shows a part of the text when the user selects an element
     */
    public ModelOutlinePage(Supplier<Analysis> analysis, Consumer<Position> reveal) {
        this.analysis = analysis;
        this.reveal = reveal;
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        TreeViewer viewer = getTreeViewer();
        viewer.setContentProvider(new OutlineContent());
        viewer.setLabelProvider(new DelegatingStyledCellLabelProvider(new OutlineLabels()));
        viewer.addSelectionChangedListener(event -> selected());
        refresher = new Refresher<>(viewer.getControl(), this::project, this::show);
        refresher.refresh();
    }

    /** Shows the latest analysis. May be called from any thread. */
    public void refresh() {
        if (refresher != null) {
            refresher.refresh();
        }
    }

    private OutlineItem project() {
        Analysis latest = analysis.get();
        return latest == null ? null : OutlineItem.root(latest);
    }

    private void show(OutlineItem newRoot) {
        if (newRoot == null) {
            return;
        }
        TreeViewer viewer = getTreeViewer();
        Object[] expanded = root == null ? newRoot.withLayers().toArray() : viewer.getExpandedElements();
        root = newRoot;
        following = true;
        viewer.setInput(root);
        viewer.setExpandedElements(expanded);
        following = false;
        follow(caret);
    }

    /** Selects the element that the caret is in. */
    public void follow(int offset) {
        caret = offset;
        if (root == null || getControl().isDisposed() || getControl().isFocusControl()) {
            return;
        }
        following = true;
        root.at(offset).ifPresent(item -> getTreeViewer().setSelection(new StructuredSelection(item), true));
        following = false;
    }

    private void selected() {
        if (!following && getTreeViewer().getStructuredSelection().getFirstElement() instanceof OutlineItem item) {
            reveal.accept(item.node().position());
        }
    }
}
