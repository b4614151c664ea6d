package org.backprop.model.internal.edit;

/** The lines of a text: they end with LF, CR or CR LF. */
record Lines(String text) {

    private static final String LF = "\n";

    /** Offset of the first char of the line. */
    int start(int offset) {
        int at = offset;
        while (at > 0 && !isBreak(at - 1)) {
            at--;
        }
        return at == 0 && !text.isEmpty() && text.charAt(0) == '\uFEFF' && offset > 0 ? 1 : at;
    }

    /** Offset behind the last char of the line, before its line break. */
    int end(int offset) {
        int at = offset;
        while (at < text.length() && !isBreak(at)) {
            at++;
        }
        return at;
    }

    /** Offset of the next line, or of the end of the text. */
    int next(int offset) {
        int at = end(offset);
        if (at == text.length()) {
            return at;
        }
        return text.startsWith("\r\n", at) ? at + 2 : at + 1;
    }

    /** Number of chars before the offset in its line. */
    int column(int offset) {
        return offset - start(offset);
    }

    /** Whether only spaces stand before the offset in its line. */
    boolean isFirst(int offset) {
        return text.substring(start(offset), offset).isBlank();
    }

    /** Whether nothing but spaces and a comment follows in the line. */
    boolean isLast(int offset) {
        String rest = text.substring(offset, end(offset));
        return rest.isBlank() || rest.stripLeading().startsWith("#") && Character.isWhitespace(rest.charAt(0));
    }

    /** The line break that the text uses first; LF if it has only one line. */
    String lineBreak() {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                return LF;
            }
            if (text.charAt(i) == '\r') {
                return text.startsWith("\r\n", i) ? "\r\n" : "\r";
            }
        }
        return LF;
    }

    private boolean isBreak(int at) {
        return text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }
}
