package org.backprop.editor.outline;

import java.util.Optional;

import org.backprop.editor.outline.ModelOutlinePage.Mover;
import org.backprop.model.OutlineNode.Kind;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredViewer;
import org.eclipse.jface.viewers.ViewerDropAdapter;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.dnd.TransferData;

/** Lets layers be dragged to other places of their list in the outline. */
final class LayerDrag extends ViewerDropAdapter {
    private final StructuredViewer viewer;
    private final Mover mover;

    private LayerDrag(StructuredViewer viewer, Mover mover) {
        super(viewer);
        this.viewer = viewer;
        this.mover = mover;
        setSelectionFeedbackEnabled(false);
    }

    static void enable(StructuredViewer viewer, Mover mover) {
        Transfer[] transfers = {LocalSelectionTransfer.getTransfer()};
        LayerDrag drag = new LayerDrag(viewer, mover);
        viewer.addDragSupport(DND.DROP_MOVE, transfers, drag.source());
        viewer.addDropSupport(DND.DROP_MOVE, transfers, drag);
    }

    private DragSourceAdapter source() {
        return new DragSourceAdapter() {
            @Override
            public void dragStart(DragSourceEvent event) {
                event.doit = dragged().isPresent();
                LocalSelectionTransfer.getTransfer().setSelection(viewer.getStructuredSelection());
            }

            @Override
            public void dragFinished(DragSourceEvent event) {
                LocalSelectionTransfer.getTransfer().setSelection(null);
            }
        };
    }

    /** The layer that is selected, if it is only one. */
    private Optional<OutlineItem> dragged() {
        IStructuredSelection selection = viewer.getStructuredSelection();
        return selection.size() == 1 && selection.getFirstElement() instanceof OutlineItem item && isLayer(item)
                ? Optional.of(item)
                : Optional.empty();
    }

    private static boolean isLayer(OutlineItem item) {
        return item.node().kind() == Kind.LAYER;
    }

    @Override
    public boolean validateDrop(Object target, int operation, TransferData type) {
        return LocalSelectionTransfer.getTransfer().isSupportedType(type)
                && dragged().filter(item -> mayGo(item, target)).isPresent();
    }

    /** A layer stays in its list. */
    static boolean mayGo(OutlineItem item, Object target) {
        return target instanceof OutlineItem other
                && isLayer(other)
                && !other.equals(item)
                && other.parent().equals(item.parent());
    }

    @Override
    public boolean performDrop(Object data) {
        Optional<OutlineItem> item = dragged().filter(moved -> mayGo(moved, getCurrentTarget()));
        item.ifPresent(moved -> {
            OutlineItem target = (OutlineItem) getCurrentTarget();
            boolean behind = getCurrentLocation() == LOCATION_AFTER
                    || getCurrentLocation() == LOCATION_ON && moved.isBefore(target);
            mover.move(moved.node().label(), target.node().label(), behind);
        });
        return item.isPresent();
    }
}
