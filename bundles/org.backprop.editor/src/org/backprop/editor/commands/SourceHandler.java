package org.backprop.editor.commands;

import org.backprop.editor.ModelSourceEditor;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.handlers.HandlerUtil;

/** Runs a command on the source of the model in the active editor. */
abstract class SourceHandler extends AbstractHandler {

    @Override
    public final Object execute(ExecutionEvent event) {
        ModelSourceEditor editor = Adapters.adapt(HandlerUtil.getActiveEditor(event), ModelSourceEditor.class);
        if (editor != null) {
            run(editor);
        }
        return null;
    }

    /** Does it. */
    protected abstract void run(ModelSourceEditor editor);
}
