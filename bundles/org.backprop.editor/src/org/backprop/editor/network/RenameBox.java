package org.backprop.editor.network;

import java.util.function.Consumer;

import org.backprop.editor.network.draw.Viewport;
import org.backprop.editor.network.graph.Diagram.Box;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;

/** A field over a node for its name: Enter takes it, Escape and leaving the field do not. */
final class RenameBox {
    private static final int LEAST_WIDTH = 120;

    RenameBox(NetworkCanvas canvas, Box box, Consumer<String> renamed) {
        Text field = new Text(canvas, SWT.BORDER | SWT.SINGLE);
        String full = box.node().name();
        field.setText(full.substring(full.lastIndexOf('/') + 1));
        field.selectAll();
        Viewport view = canvas.viewport();
        int width = (int) Math.max(LEAST_WIDTH, box.area().width() * view.scale());
        field.setBounds(
                (int) ((box.area().x() - view.left()) * view.scale()),
                (int) ((box.area().y() - view.top()) * view.scale()),
                width,
                field.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
        field.addListener(SWT.DefaultSelection, event -> {
            String name = field.getText().strip();
            close(canvas, field);
            renamed.accept(name);
        });
        field.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                close(canvas, field);
            }
        });
        field.addListener(SWT.FocusOut, event -> close(canvas, field));
        field.setFocus();
    }

    private static void close(NetworkCanvas canvas, Text field) {
        if (!field.isDisposed()) {
            field.dispose();
            canvas.setFocus();
        }
    }
}
