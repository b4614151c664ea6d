package org.backprop.ui.samples;

import org.eclipse.ui.IEditorPart;

/** Opens the model of a sample. */
public final class OpenSampleHandler extends SampleHandler {
    @Override
    void opened(IEditorPart editor) {}
}
