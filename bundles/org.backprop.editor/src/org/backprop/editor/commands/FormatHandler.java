package org.backprop.editor.commands;

import org.backprop.editor.ModelSourceEditor;

/** Normalizes indentation and spaces. */
public final class FormatHandler extends SourceHandler {

    @Override
    protected void run(ModelSourceEditor editor) {
        editor.commands().format();
    }
}
