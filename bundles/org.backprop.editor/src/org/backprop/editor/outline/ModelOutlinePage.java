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
    private final Mover mover;
    private Refresher<OutlineItem> refresher;
    private OutlineUpdate update;
    private OutlineItem root;
    private int caret;
    private boolean following;
    private boolean moved;

    /**
     * Creates a page.
     *
     * @param analysis the latest analysis of the text, or null before the first
     * @param reveal shows a part of the text when the user selects an element
     * @param mover moves a layer when the user drags it
     */
    public ModelOutlinePage(Supplier<Analysis> analysis, Consumer<Position> reveal, Mover mover) {
        this.analysis = analysis;
        this.reveal = reveal;
        this.mover = mover;
    }

    /** Moves layers of the text. */
    public interface Mover {
        /**
         * Moves a layer to another place of its list.
         *
         * @param layer its full name
         * @param other full name of another layer of the list
         * @param behind whether it goes behind the other one, and not before it
         */
        void move(String layer, String other, boolean behind);
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        TreeViewer viewer = getTreeViewer();
        viewer.setContentProvider(new OutlineContent());
        viewer.setLabelProvider(new DelegatingStyledCellLabelProvider(new OutlineLabels()));
        viewer.addSelectionChangedListener(event -> selected());
        viewer.setUseHashlookup(true);
        update = new OutlineUpdate(viewer);
        LayerDrag.enable(viewer, this::move);
        refresher = new Refresher<>(viewer.getControl(), this::project, this::show);
        refresher.refresh();
    }

    /** The layer that was dragged stays selected, although the tree has the focus. */
    private void move(String layer, String other, boolean behind) {
        moved = true;
        mover.move(layer, other, behind);
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
        following = true;
        if (root == null) {
            root = newRoot;
            getTreeViewer().setInput(root);
            getTreeViewer().setExpandedElements(root.withLayers().toArray());
        } else {
            update.show(root, newRoot);
        }
        following = false;
        follow(caret);
    }

    /** Selects the element that the caret is in. */
    public void follow(int offset) {
        caret = offset;
        if (root == null || getControl().isDisposed() || getControl().isFocusControl() && !moved) {
            return;
        }
        following = true;
        root.at(offset).ifPresent(item -> getTreeViewer().setSelection(new StructuredSelection(item), true));
        following = false;
    }

    private void selected() {
        if (!following && getTreeViewer().getStructuredSelection().getFirstElement() instanceof OutlineItem item) {
            moved = false;
            reveal.accept(item.node().position());
        }
    }
}
