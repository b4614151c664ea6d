package org.backprop.editor.commands;

import org.backprop.editor.ModelSourceEditor;

/** Renames the layer at the caret in all places at once. */
public final class RenameHandler extends SourceHandler {

    @Override
    protected void run(ModelSourceEditor editor) {
        editor.commands().renameLayer();
    }
}
