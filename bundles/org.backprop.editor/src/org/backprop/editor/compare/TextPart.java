package org.backprop.editor.compare;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.backprop.model.diff.Difference.Side;
import org.eclipse.compare.IEncodedStreamContentAccessor;
import org.eclipse.compare.ITypedElement;
import org.eclipse.swt.graphics.Image;

/**
 * A part of one of the texts, which the compare editor shows beside that of the other.
 *
 * @param label its key or the name of the layer
 * @param text the part
 */
record TextPart(String label, String text) implements ITypedElement, IEncodedStreamContentAccessor {

    /** The part of a text that a side of a difference stands for. */
    static TextPart of(String label, String text, Side side) {
        int end = Math.min(text.length(), side.offset() + side.length());
        return new TextPart(label, text.substring(Math.min(side.offset(), end), end) + "\n");
    }

    @Override
    public String getName() {
        return label;
    }

    @Override
    public Image getImage() {
        return null;
    }

    @Override
    public String getType() {
        return ITypedElement.TEXT_TYPE;
    }

    @Override
    public InputStream getContents() {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String getCharset() {
        return StandardCharsets.UTF_8.name();
    }
}
