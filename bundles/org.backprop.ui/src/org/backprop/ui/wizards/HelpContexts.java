package org.backprop.ui.wizards;

/** Ids of the help on wizards. */
final class HelpContexts {
    static final String PROJECT = "org.backprop.ui.new_project_wizard";
    static final String EXAMPLE = "org.backprop.ui.example_wizard";

    private HelpContexts() {}
}
