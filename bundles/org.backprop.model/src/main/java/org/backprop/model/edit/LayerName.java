package org.backprop.model.edit;

/**
 * A place of a text that names a layer.
 *
 * @param layer full name of the layer
 * @param kind what stands there
 * @param offset where the name starts, without quotes; of {@code block/conv1} there is a place for each part
 * @param length its length
 */
public record LayerName(String layer, Kind kind, int offset, int length) {

    /** What names a layer. */
    public enum Kind {
        /** The value of its key name. */
        NAME,
        /** The type of a layer that has its name by default. */
        TYPE,
        /** The name at another place, such as {@code inputs}. */
        REFERENCE
    }

    /** Whether an offset is in the name or right behind it. */
    public boolean touches(int at) {
        return offset <= at && at <= offset + length;
    }
}
