package org.backprop.editor.dataimport;

/** Ids of the help on this package's wizard. */
final class HelpContexts {
    static final String IMPORT_DATA = "org.backprop.editor.import_data_wizard";

    private HelpContexts() {}
}
