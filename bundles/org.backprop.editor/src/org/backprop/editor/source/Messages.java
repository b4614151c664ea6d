package org.backprop.editor.source;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String doc_version;
    public static String doc_formula;
    public static String doc_source;
    public static String doc_default;
    public static String doc_range;
    public static String doc_unit;
    public static String doc_choices;
    public static String doc_layer;
    public static String doc_input;
    public static String link_open;
    public static String assist_nothing;

    static {
        initializeMessages("org.backprop.editor.source.messages", Messages.class);
    }

    private Messages() {}
}
