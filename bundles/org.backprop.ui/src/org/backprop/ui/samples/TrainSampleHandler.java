package org.backprop.ui.samples;

import org.backprop.ui.launch.TrainingLaunchShortcut;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.ui.IEditorPart;

/** Opens the model of a sample and trains it, as Run As does with the editor in front. */
public final class TrainSampleHandler extends SampleHandler {
    @Override
    void opened(IEditorPart editor) {
        new TrainingLaunchShortcut().launch(editor, ILaunchManager.RUN_MODE);
    }
}
