package org.backprop.engine.data.csv;

/** Reads decimal numbers as data files write them. */
final class Numbers {

    private Numbers() {}

    /**
     * The number, rounded to the nearest float; infinite if it is too large for one; NaN if the text is not a finite
     * decimal number. Java's own forms (NaN, Infinity, hexadecimal, suffixes f and d) are not numbers here.
     */
    static float parse(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
                return Float.NaN;
            }
        }
        try {
            return Float.parseFloat(text);
        } catch (NumberFormatException e) {
            return Float.NaN;
        }
    }
}
