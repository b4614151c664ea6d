package org.backprop.editor.newmodel;

/** Ids of the help on this package's wizard. */
final class HelpContexts {
    static final String NEW_MODEL = "org.backprop.editor.new_model_wizard";

    private HelpContexts() {}
}
