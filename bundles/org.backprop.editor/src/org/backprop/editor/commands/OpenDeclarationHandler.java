package org.backprop.editor.commands;

import org.backprop.editor.ModelSourceEditor;

/** Shows the layer that is named at the caret. */
public final class OpenDeclarationHandler extends SourceHandler {

    @Override
    protected void run(ModelSourceEditor editor) {
        editor.commands().openDeclaration();
    }
}
