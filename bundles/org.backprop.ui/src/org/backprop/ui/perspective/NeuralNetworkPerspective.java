package org.backprop.ui.perspective;

import java.util.List;

import org.backprop.ui.UiIds;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.navigator.resources.ProjectExplorer;

/** "Neural Network": models on the left, the editor in the middle, curves beside it, runs and console below. */
public final class NeuralNetworkPerspective implements IPerspectiveFactory {
    private static final List<String> SHOWN_IN = List.of(
            ProjectExplorer.VIEW_ID,
            IPageLayout.ID_OUTLINE,
            IPageLayout.ID_PROP_SHEET,
            UiIds.CURVES_VIEW,
            UiIds.GRADIENTS_VIEW,
            UiIds.PRUNING_VIEW,
            UiIds.DROPOUT_VIEW,
            UiIds.EVALUATION_VIEW,
            UiIds.DIAGNOSIS_VIEW);

    @Override
    public void createInitialLayout(IPageLayout layout) {
        addViews(layout);
        addMenus(layout);
    }

    private static void addViews(IPageLayout layout) {
        String editors = layout.getEditorArea();
        IFolderLayout left = layout.createFolder("left", IPageLayout.LEFT, 0.2f, editors);
        left.addView(ProjectExplorer.VIEW_ID);
        left.addView(IDebugUIConstants.ID_DEBUG_VIEW);
        layout.createFolder("leftBottom", IPageLayout.BOTTOM, 0.55f, "left").addView(IPageLayout.ID_OUTLINE);
        IFolderLayout bottom = layout.createFolder("bottom", IPageLayout.BOTTOM, 0.7f, editors);
        bottom.addView(UiIds.RUNS_VIEW);
        bottom.addView(UiIds.DIAGNOSIS_VIEW);
        bottom.addView(UiIds.SWEEP_VIEW);
        // Apart from the runs, because a console comes to the front with each line that a trainer prints.
        IFolderLayout console = layout.createFolder("console", IPageLayout.RIGHT, 0.5f, "bottom");
        console.addView(IConsoleConstants.ID_CONSOLE_VIEW);
        console.addView(IPageLayout.ID_PROBLEM_VIEW);
        console.addView(IPageLayout.ID_PROGRESS_VIEW);
        IFolderLayout right = layout.createFolder("right", IPageLayout.RIGHT, 0.55f, editors);
        right.addView(UiIds.CURVES_VIEW);
        right.addView(UiIds.GRADIENTS_VIEW);
        right.addView(UiIds.PRUNING_VIEW);
        right.addView(UiIds.DROPOUT_VIEW);
        right.addView(UiIds.EVALUATION_VIEW);
        right.addPlaceholder(UiIds.COMPARE_VIEW);
    }

    private static void addMenus(IPageLayout layout) {
        layout.addActionSet(IDebugUIConstants.LAUNCH_ACTION_SET);
        layout.addActionSet(IPageLayout.ID_NAVIGATE_ACTION_SET);
        layout.addShowViewShortcut(ProjectExplorer.VIEW_ID);
        layout.addShowViewShortcut(UiIds.CURVES_VIEW);
        layout.addShowViewShortcut(UiIds.GRADIENTS_VIEW);
        layout.addShowViewShortcut(UiIds.PRUNING_VIEW);
        layout.addShowViewShortcut(UiIds.DROPOUT_VIEW);
        layout.addShowViewShortcut(UiIds.EVALUATION_VIEW);
        layout.addShowViewShortcut(UiIds.RUNS_VIEW);
        layout.addShowViewShortcut(UiIds.DIAGNOSIS_VIEW);
        layout.addShowViewShortcut(UiIds.COMPARE_VIEW);
        layout.addShowViewShortcut(UiIds.SWEEP_VIEW);
        layout.addShowViewShortcut(IPageLayout.ID_OUTLINE);
        layout.addShowViewShortcut(IConsoleConstants.ID_CONSOLE_VIEW);
        layout.addShowViewShortcut(IPageLayout.ID_PROBLEM_VIEW);
        layout.addShowViewShortcut(IPageLayout.ID_PROGRESS_VIEW);
        layout.addShowViewShortcut(IDebugUIConstants.ID_DEBUG_VIEW);
        for (String view : SHOWN_IN) {
            layout.addShowInPart(view);
        }
        layout.addNewWizardShortcut(UiIds.NEW_PROJECT_WIZARD);
        layout.addNewWizardShortcut(UiIds.NEW_MODEL_WIZARD);
        layout.addNewWizardShortcut(UiIds.EXAMPLE_WIZARD);
        layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.project");
        layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.folder");
        layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.file");
        layout.addPerspectiveShortcut("org.eclipse.ui.resourcePerspective");
    }
}
