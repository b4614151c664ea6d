package org.backprop.ui.launch;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.ILaunchShortcut2;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.statushandlers.StatusManager;

/**
 * Run As on a model file, a project or folder, or the active editor. A saved configuration is used again; the user is
 * asked only if several models or several configurations are possible.
 */
abstract class ModelLaunchShortcut implements ILaunchShortcut2 {
    private final String type;
    private final Predicate<IFile> fits;
    private final String noModel;

    /**
     * @param type id of the launch configuration type
     * @param fits which model files can be launched
     * @param noModel what the user is told where there is none
     */
    ModelLaunchShortcut(String type, Predicate<IFile> fits, String noModel) {
        this.type = type;
        this.fits = fits;
        this.noModel = noModel;
    }

    @Override
    public void launch(ISelection selection, String mode) {
        launch(selected(selection), mode);
    }

    @Override
    public void launch(IEditorPart editor, String mode) {
        IFile file = edited(editor);
        launch(Stream.ofNullable(file).filter(fits).toList(), mode);
    }

    private void launch(List<IFile> models, String mode) {
        if (models.isEmpty()) {
            MessageDialog.openInformation(Choice.shell(), Messages.shortcut_title, noModel);
            return;
        }
        Choice.of(models, Messages.shortcut_chooseModel, ModelLaunchShortcut::label)
                .ifPresent(model -> launch(model, mode));
    }

    private void launch(IFile model, String mode) {
        try {
            configuration(model).ifPresent(configuration -> DebugUITools.launch(configuration, mode));
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    /** The configuration to launch; empty if the user was asked and cancelled. */
    public Optional<ILaunchConfiguration> configuration(IFile model) throws CoreException {
        List<ILaunchConfiguration> matches = TrainingConfigurations.of(model, type);
        return matches.isEmpty()
                ? Optional.of(TrainingConfigurations.create(model, type))
                : Choice.of(matches, Messages.shortcut_chooseConfiguration, ILaunchConfiguration::getName);
    }

    @Override
    public ILaunchConfiguration[] getLaunchConfigurations(ISelection selection) {
        return configurations(selected(selection));
    }

    @Override
    public ILaunchConfiguration[] getLaunchConfigurations(IEditorPart editor) {
        IFile file = edited(editor);
        return configurations(file == null ? List.of() : List.of(file));
    }

    private ILaunchConfiguration[] configurations(List<IFile> models) {
        try {
            return models.size() == 1
                    ? TrainingConfigurations.of(models.get(0), type).toArray(ILaunchConfiguration[]::new)
                    : null;
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG);
            return null;
        }
    }

    @Override
    public IResource getLaunchableResource(ISelection selection) {
        List<IFile> models = selected(selection);
        return models.size() == 1 ? models.get(0) : null;
    }

    @Override
    public IResource getLaunchableResource(IEditorPart editor) {
        return edited(editor);
    }

    private static IFile edited(IEditorPart editor) {
        return Adapters.adapt(editor.getEditorInput(), IFile.class);
    }

    private List<IFile> selected(ISelection selection) {
        return selection instanceof IStructuredSelection structured
                ? structured.stream()
                        .map(element -> Adapters.adapt(element, IResource.class))
                        .flatMap(ModelLaunchShortcut::models)
                        .filter(fits)
                        .distinct()
                        .toList()
                : List.of();
    }

    private static Stream<IFile> models(IResource resource) {
        try {
            return resource == null ? Stream.empty() : Models.of(resource).stream();
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG);
            return Stream.empty();
        }
    }

    private static String label(IFile model) {
        return model.getName() + " - " + model.getParent().getFullPath().makeRelative();
    }
}
