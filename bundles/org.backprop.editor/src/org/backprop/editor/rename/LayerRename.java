package org.backprop.editor.rename;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.backprop.editor.occurrences.LayerNames;
import org.backprop.editor.source.TextRewrite;
import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.LayerName;
import org.backprop.model.edit.LayerName.Kind;
import org.backprop.model.edit.ModelEdit;
import org.backprop.model.edit.TextChange;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.IUndoableOperation;
import org.eclipse.core.commands.operations.OperationHistoryFactory;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.link.ILinkedModeListener;
import org.eclipse.jface.text.link.LinkedModeModel;
import org.eclipse.jface.text.link.LinkedModeUI;
import org.eclipse.jface.text.link.LinkedPosition;
import org.eclipse.jface.text.link.LinkedPositionGroup;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoManager;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * Renames the layer at the caret: its name is edited in all places at once. Enter takes the new name: what was typed is
 * taken back, and the layer is renamed in one step that can be undone. Escape, and a name that is refused, leave the text
 * as it was.
 */
public final class LayerRename {
    private final ITextEditor editor;
    private final ISourceViewer viewer;
    private final Consumer<String> say;
    private final IDocument document;

    private String layer;
    private String before;
    private IUndoableOperation start;
    private LinkedPosition typed;

    /**
     * A renaming in an editor.
     *
     * @param say gets the reason when it is refused; empty if it is not
     */
    public LayerRename(ITextEditor editor, ISourceViewer viewer, Consumer<String> say) {
        this.editor = editor;
        this.viewer = viewer;
        this.say = say;
        this.document = viewer.getDocument();
    }

    /** Begins at an offset of the text. */
    public void begin(int offset) {
        say.accept("");
        try {
            before = document.get();
            ModelEdit edit = ModelEdit.of(before);
            Optional<LayerName> named = LayerNames.at(edit.names(), offset);
            if (named.isEmpty()) {
                say.accept(Messages.no_layer);
                return;
            }
            layer = named.get().layer();
            start = lastOperation();
            TextRewrite.apply(editor, edit.name(layer));
            link(LayerNames.of(ModelEdit.of(document.get()).names(), layer), offset);
        } catch (EditRefusedException e) {
            say.accept(e.getMessage());
        } catch (BadLocationException e) {
            ILog.of(LayerRename.class).log(Status.error(e.getLocalizedMessage(), e));
        }
    }

    private void link(List<LayerName> places, int offset) throws BadLocationException {
        LinkedPositionGroup group = new LinkedPositionGroup();
        LayerName first = LayerNames.at(places, offset)
                .filter(place -> place.kind() != Kind.TYPE)
                .orElseGet(() -> LayerNames.declaration(places, layer).orElseThrow());
        int sequence = 0;
        for (LayerName place : places) {
            if (place.kind() == Kind.TYPE) {
                continue;
            }
            LinkedPosition position = new LinkedPosition(document, place.offset(), place.length(), sequence++);
            group.addPosition(position);
            if (place.equals(first)) {
                typed = position;
            }
        }
        LinkedModeModel model = new LinkedModeModel();
        model.addGroup(group);
        model.forceInstall();
        model.addLinkingListener(new Ending());
        LinkedModeUI ui = new LinkedModeUI(model, viewer);
        ui.setExitPosition(viewer, first.offset() + first.length(), 0, LinkedPositionGroup.NO_STOP);
        ui.enter();
        viewer.setSelectedRange(first.offset(), first.length());
    }

    private final class Ending implements ILinkedModeListener {
        @Override
        public void left(LinkedModeModel model, int flags) {
            // The viewer leaves its own state of linked mode after this.
            viewer.getTextWidget().getDisplay().asyncExec(() -> end((flags & ILinkedModeListener.UPDATE_CARET) != 0));
        }

        @Override
        public void suspend(LinkedModeModel model) {
            // a window in front; the renaming goes on
        }

        @Override
        public void resume(LinkedModeModel model, int flags) {
            // goes on
        }
    }

    private void end(boolean taken) {
        if (viewer.getTextWidget() == null || viewer.getTextWidget().isDisposed()) {
            return;
        }
        try {
            String name = document.get(typed.getOffset(), typed.getLength());
            restore();
            if (taken) {
                TextRewrite.apply(editor, renamed(name));
            }
        } catch (EditRefusedException e) {
            say.accept(e.getMessage());
        } catch (BadLocationException | ExecutionException e) {
            ILog.of(LayerRename.class).log(Status.error(e.getLocalizedMessage(), e));
        }
    }

    private List<TextChange> renamed(String name) throws EditRefusedException {
        return ModelEdit.of(before).rename(layer, name);
    }

    /** Takes back what was typed. */
    private void restore() throws ExecutionException {
        IDocumentUndoManager undo = DocumentUndoManagerRegistry.getDocumentUndoManager(document);
        undo.commit();
        while (undo.undoable() && lastOperation() != start && !document.get().equals(before)) {
            undo.undo();
        }
    }

    private IUndoableOperation lastOperation() {
        IUndoContext context =
                DocumentUndoManagerRegistry.getDocumentUndoManager(document).getUndoContext();
        return OperationHistoryFactory.getOperationHistory().getUndoOperation(context);
    }
}
