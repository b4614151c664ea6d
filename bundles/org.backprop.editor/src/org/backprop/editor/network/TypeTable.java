package org.backprop.editor.network;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.backprop.editor.network.draw.Glyphs;
import org.backprop.editor.network.graph.LayerKind;
import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.TypeInfo;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** The types of layers that match what is typed, those of a kind together, each with the sign that its nodes have. */
final class TypeTable {
    private static final int SIGN = 14;
    private static final int GAP = 4;

    private final Table table;
    private final Function<TypeInfo, String> text;
    private final Image room;

    /**
     * A table.
     *
     * @param text what stands in a line
     */
    TypeTable(Composite parent, Function<TypeInfo, String> text) {
        this.text = text;
        table = new Table(parent, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        room = room();
        table.addListener(SWT.PaintItem, TypeTable::paint);
        table.addListener(SWT.Dispose, event -> room.dispose());
    }

    /** A transparent image that keeps the room for a sign and a gap. */
    private Image room() {
        ImageData data = new ImageData(SIGN + GAP, SIGN, 24, new PaletteData(0xFF, 0xFF00, 0xFF0000));
        data.alphaData = new byte[(SIGN + GAP) * SIGN];
        return new Image(table.getDisplay(), data);
    }

    private static void paint(Event event) {
        TableItem item = (TableItem) event.item;
        Rectangle place = item.getImageBounds(0);
        int top = place.y + (place.height - SIGN) / 2;
        Glyphs.draw(event.gc, ((TypeInfo) item.getData()).key(), place.x, top, SIGN);
    }

    Table control() {
        return table;
    }

    /** Shows the types that match. */
    void show(String typed) {
        table.removeAll();
        for (TypeInfo type : matching(typed)) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setImage(room);
            item.setText(text.apply(type));
            item.setData(type);
        }
    }

    /** The selected type. */
    Optional<TypeInfo> selected() {
        return table.getSelectionCount() == 0
                ? Optional.empty()
                : Optional.of((TypeInfo) table.getSelection()[0].getData());
    }

    /** The types that have a word in their names or descriptions; those whose names start with it first. */
    private static List<TypeInfo> matching(String typed) {
        String word = typed.strip().toLowerCase(Locale.ROOT);
        return Catalogue.types(Family.LAYER).stream()
                .filter(type -> rank(type, word) < 3)
                .sorted(Comparator.<TypeInfo>comparingInt(type -> rank(type, word))
                        .thenComparing(type -> LayerKind.of(type.key())))
                .toList();
    }

    private static int rank(TypeInfo type, String word) {
        if (type.key().startsWith(word)) {
            return 0;
        }
        if (type.key().contains(word)) {
            return 1;
        }
        return type.doc().toLowerCase(Locale.ROOT).contains(word) ? 2 : 3;
    }
}
