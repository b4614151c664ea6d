package org.backprop.editor;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.ui.texteditor.ITextEditorActionConstants;

/** Undo on the page with the forms: what is being typed is forgotten before changes of the text are undone. */
final class FormUndo extends Action {
    private final ModelEditor editor;

    FormUndo(ModelEditor editor) {
        this.editor = editor;
        IAction undo = editor.source().getAction(ITextEditorActionConstants.UNDO);
        setText(undo.getText());
        setActionDefinitionId(undo.getActionDefinitionId());
    }

    @Override
    public void run() {
        editor.training().undo();
    }
}
