package org.backprop.editor.commands;

import java.util.Map;

import org.backprop.editor.ModelSourceEditor;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.text.source.projection.ProjectionViewer;

/** Folds or unfolds; the parameter {@code operation} says what. */
public final class FoldHandler extends SourceHandler implements IExecutableExtension {
    private static final Map<String, Integer> OPERATIONS = Map.of(
            "collapse", ProjectionViewer.COLLAPSE,
            "expand", ProjectionViewer.EXPAND,
            "collapseAll", ProjectionViewer.COLLAPSE_ALL,
            "expandAll", ProjectionViewer.EXPAND_ALL,
            "toggle", ProjectionViewer.TOGGLE);

    private int operation = ProjectionViewer.TOGGLE;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        operation = OPERATIONS.get(((Map<?, ?>) data).get("operation"));
    }

    @Override
    protected void run(ModelSourceEditor editor) {
        editor.fold(operation);
    }
}
