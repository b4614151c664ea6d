package org.backprop.editor;

import java.util.List;

import org.eclipse.jface.action.IAction;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.editors.text.TextEditorActionContributor;
import org.eclipse.ui.texteditor.ITextEditorActionConstants;

/** Connects the menus to the page in front: the text, or the diagram or the forms with the undo of the text. */
public final class ModelEditorContributor extends TextEditorActionContributor {
    private static final List<String> OF_THE_TEXT = List.of(
            ITextEditorActionConstants.UNDO,
            ITextEditorActionConstants.REDO,
            ITextEditorActionConstants.SAVE,
            ITextEditorActionConstants.REVERT);

    @Override
    public void setActiveEditor(IEditorPart part) {
        if (!(part instanceof ModelEditor editor)) {
            super.setActiveEditor(part);
            return;
        }
        super.setActiveEditor(editor.source());
        if (editor.showsNetwork() && editor.network() != null) {
            connect(editor);
        }
        if (editor.showsTraining()) {
            connectForms(editor);
        }
        getActionBars().updateActionBars();
    }

    /** The fields have cut, copy, paste and select all of their own. */
    private void connectForms(ModelEditor editor) {
        IActionBars bars = getActionBars();
        for (ActionFactory own : List.of(
                ActionFactory.CUT,
                ActionFactory.COPY,
                ActionFactory.PASTE,
                ActionFactory.DELETE,
                ActionFactory.SELECT_ALL,
                ActionFactory.PRINT,
                ActionFactory.FIND)) {
            bars.setGlobalActionHandler(own.getId(), null);
        }
        for (String id : OF_THE_TEXT) {
            bars.setGlobalActionHandler(id, editor.source().getAction(id));
        }
        bars.setGlobalActionHandler(ITextEditorActionConstants.UNDO, new FormUndo(editor));
    }

    private void connect(ModelEditor editor) {
        IActionBars bars = getActionBars();
        for (ActionFactory other : List.of(
                ActionFactory.CUT,
                ActionFactory.COPY,
                ActionFactory.PASTE,
                ActionFactory.DELETE,
                ActionFactory.SELECT_ALL,
                ActionFactory.RENAME,
                ActionFactory.PROPERTIES,
                ActionFactory.PRINT)) {
            IAction action = editor.network().action(other.getId());
            bars.setGlobalActionHandler(other.getId(), action);
        }
        for (String id : OF_THE_TEXT) {
            bars.setGlobalActionHandler(id, editor.source().getAction(id));
        }
    }
}
