package org.backprop.editor.compare;

import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.IViewerCreator;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.swt.widgets.Composite;

/** Creates the viewer that compares the structure of model files. */
public final class ModelDiffViewerCreator implements IViewerCreator {
    @Override
    public Viewer createViewer(Composite parent, CompareConfiguration configuration) {
        return new ModelDiffViewer(parent, configuration);
    }
}
