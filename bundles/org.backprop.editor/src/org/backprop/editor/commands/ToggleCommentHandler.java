package org.backprop.editor.commands;

import org.backprop.editor.ModelSourceEditor;

/** Makes the selected lines comments, or comments lines again. */
public final class ToggleCommentHandler extends SourceHandler {

    @Override
    protected void run(ModelSourceEditor editor) {
        editor.commands().toggleComment();
    }
}
