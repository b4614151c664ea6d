package org.backprop.ui.model;

import java.util.Optional;

import org.backprop.model.Layer;
import org.backprop.model.ModelReader;
import org.backprop.model.Position;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.texteditor.ITextEditor;

/** Finds layers in open editors of model files. */
public final class LayerLines {
    private LayerLines() {}

    /**
     * Selects a layer in the editor of a model file, which is not brought to the front. Nothing happens if there is no open
     * editor, or its text, as it is now, has no such layer.
     *
     * @param layer name of the layer
     */
    public static void reveal(IWorkbenchPage page, IFile model, String layer) {
        IEditorPart editor = page.findEditor(new FileEditorInput(model));
        ITextEditor text = editor == null ? null : Adapters.adapt(editor, ITextEditor.class);
        IDocument document = text == null ? null : text.getDocumentProvider().getDocument(text.getEditorInput());
        if (document != null) {
            find(model.getName(), document.get(), layer)
                    .filter(position -> position.end() <= document.getLength())
                    .ifPresent(position -> text.selectAndReveal(position.offset(), position.length()));
        }
    }

    private static Optional<Position> find(String name, String text, String layer) {
        return ModelReader.read(name, text).model().stream()
                .flatMap(model -> model.network().layers().stream())
                .filter(each -> each.name().equals(layer))
                .map(Layer::position)
                .findFirst();
    }
}
