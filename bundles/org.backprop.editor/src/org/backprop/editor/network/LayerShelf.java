package org.backprop.editor.network;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.TypeInfo;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** The types of layers beside the diagram, to be dragged onto a wire or a node of it; Enter inserts one behind the selection. */
final class LayerShelf {
    private static final int WIDTH = 150;

    private final Composite area;
    private final Text filter;
    private final TypeTable types;

    /**
     * A shelf.
     *
     * @param picked gets a type that was chosen by Enter or a double click
     */
    LayerShelf(Composite parent, Consumer<TypeInfo> picked) {
        area = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        area.setLayout(layout);
        filter = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH);
        filter.setMessage(Messages.picker_hint);
        filter.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        types = new TypeTable(area, TypeInfo::key);
        Table table = types.control();
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.widthHint = WIDTH;
        table.setLayoutData(data);
        filter.addListener(SWT.Modify, event -> types.show(filter.getText()));
        table.addListener(SWT.DefaultSelection, event -> picked.accept((TypeInfo) event.item.getData()));
        table.addListener(SWT.MouseMove, event -> {
            TableItem item = table.getItem(new Point(event.x, event.y));
            table.setToolTipText(item == null ? null : ((TypeInfo) item.getData()).doc());
        });
        drag();
        types.show("");
    }

    Composite control() {
        return area;
    }

    private void drag() {
        DragSource source = new DragSource(types.control(), DND.DROP_COPY);
        source.setTransfer(TextTransfer.getInstance());
        source.addDragListener(new DragSourceAdapter() {
            @Override
            public void dragStart(DragSourceEvent event) {
                event.doit = types.selected().isPresent();
            }

            @Override
            public void dragSetData(DragSourceEvent event) {
                event.data = types.selected().map(TypeInfo::key).orElse("");
            }
        });
    }

    /**
     * Lets a control take types from a shelf.
     *
     * @param over is told where something is dragged, null when it has left
     * @param dropped gets the type and where it was dropped, in the control's pixels
     */
    static void accept(Control control, Consumer<Point> over, BiConsumer<TypeInfo, Point> dropped) {
        DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(new Transfer[] {TextTransfer.getInstance()});
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(DropTargetEvent event) {
                event.detail = DND.DROP_COPY;
            }

            @Override
            public void dragOver(DropTargetEvent event) {
                event.detail = DND.DROP_COPY;
                over.accept(control.toControl(event.x, event.y));
            }

            @Override
            public void dragLeave(DropTargetEvent event) {
                over.accept(null);
            }

            @Override
            public void drop(DropTargetEvent event) {
                over.accept(null);
                Catalogue.type(Family.LAYER, String.valueOf(event.data))
                        .ifPresent(type -> dropped.accept(type, control.toControl(event.x, event.y)));
            }
        });
    }
}
