package org.backprop.ui.launch;

import java.util.Optional;

import org.backprop.core.launch.LaunchAttributes;
import org.backprop.core.launch.TrainingSetup;
import org.backprop.ui.icons.Icons;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** The model file to train, and what this configuration changes about it. */
public final class ModelTab extends AbstractLaunchConfigurationTab {
    private Text model;
    private Text epochs;
    private Text second;
    private Text runs;
    private Combo backend;
    private final Image image = Icons.MODEL.createImage();
    private final String secondAttribute;

    /** The tab of a training. */
    public ModelTab() {
        this(LaunchAttributes.SEED);
    }

    private ModelTab(String secondAttribute) {
        this.secondAttribute = secondAttribute;
    }

    /** The tab of a comparison of settings, whose seeds stand in the model file. */
    static ModelTab ofSweep() {
        return new ModelTab(LaunchAttributes.PARALLEL);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(page);
        createModelGroup(page);
        createOverridesGroup(page);
        createTrainerGroup(page);
        setControl(page);
    }

    private void createModelGroup(Composite page) {
        Group group = group(page, Messages.tab_modelGroup, 3);
        model = text(group, Messages.tab_model, Messages.tab_modelHint);
        Button browse = createPushButton(group, Messages.tab_browse, null);
        browse.addListener(SWT.Selection, event -> browse());
    }

    private void createOverridesGroup(Composite page) {
        Group group = group(page, Messages.tab_overridesGroup, 2);
        epochs = text(group, Messages.tab_epochs, Messages.tab_asInFile);
        boolean seed = secondAttribute.equals(LaunchAttributes.SEED);
        second = text(group, seed ? Messages.tab_seed : Messages.tab_parallel, Messages.tab_asInFile);
    }

    private void createTrainerGroup(Composite page) {
        Group group = group(page, Messages.tab_trainerGroup, 2);
        new Label(group, SWT.NONE).setText(Messages.tab_backend);
        backend = new Combo(group, SWT.READ_ONLY);
        backend.setItems(LaunchAttributes.DEFAULT_BACKEND);
        backend.addListener(SWT.Selection, event -> updateLaunchConfigurationDialog());
        runs = text(group, Messages.tab_runs, Messages.tab_runsHint);
    }

    private static Group group(Composite page, String title, int columns) {
        Group group = new Group(page, SWT.NONE);
        group.setText(title);
        GridLayoutFactory.swtDefaults().numColumns(columns).applyTo(group);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
        return group;
    }

    private Text text(Composite parent, String label, String hint) {
        new Label(parent, SWT.NONE).setText(label);
        Text text = new Text(parent, SWT.BORDER);
        text.setMessage(hint);
        text.addModifyListener(event -> updateLaunchConfigurationDialog());
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(text);
        return text;
    }

    private void browse() {
        ModelFileDialog dialog = new ModelFileDialog(getShell());
        dialog.choose().ifPresent(file -> model.setText(file.getFullPath().toString()));
    }

    @Override
    public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
        Optional.ofNullable(DebugUITools.getSelectedResource())
                .flatMap(ModelTab::onlyModel)
                .ifPresent(file -> TrainingConfigurations.initialize(configuration, file));
    }

    private static Optional<IFile> onlyModel(IResource resource) {
        try {
            return Optional.of(Models.of(resource))
                    .filter(models -> models.size() == 1)
                    .map(models -> models.get(0));
        } catch (CoreException e) {
            return Optional.empty();
        }
    }

    @Override
    public void initializeFrom(ILaunchConfiguration configuration) {
        model.setText(value(configuration, LaunchAttributes.MODEL, ""));
        epochs.setText(value(configuration, LaunchAttributes.EPOCHS, ""));
        second.setText(value(configuration, secondAttribute, ""));
        runs.setText(value(configuration, LaunchAttributes.RUNS, ""));
        backend.setText(value(configuration, LaunchAttributes.BACKEND, LaunchAttributes.DEFAULT_BACKEND));
    }

    private String value(ILaunchConfiguration configuration, String attribute, String fallback) {
        try {
            return configuration.getAttribute(attribute, fallback);
        } catch (CoreException e) {
            setErrorMessage(e.getStatus().getMessage());
            return fallback;
        }
    }

    @Override
    public void performApply(ILaunchConfigurationWorkingCopy configuration) {
        set(configuration, LaunchAttributes.MODEL, model.getText());
        set(configuration, LaunchAttributes.EPOCHS, epochs.getText());
        set(configuration, secondAttribute, second.getText());
        set(configuration, LaunchAttributes.RUNS, runs.getText());
        String chosen = backend.getText();
        set(configuration, LaunchAttributes.BACKEND, chosen.equals(LaunchAttributes.DEFAULT_BACKEND) ? "" : chosen);
        configuration.setMappedResources(mapped(configuration));
    }

    /** The model file, so that the configuration follows when it is renamed. */
    private static IResource[] mapped(ILaunchConfiguration configuration) {
        try {
            return new IResource[] {TrainingSetup.of(configuration).model()};
        } catch (CoreException e) {
            return null;
        }
    }

    private static void set(ILaunchConfigurationWorkingCopy configuration, String attribute, String text) {
        configuration.setAttribute(attribute, text.isBlank() ? null : text.strip());
    }

    @Override
    public boolean isValid(ILaunchConfiguration configuration) {
        try {
            TrainingSetup.of(configuration);
            setErrorMessage(null);
            return true;
        } catch (CoreException e) {
            setErrorMessage(e.getStatus().getMessage());
            return false;
        }
    }

    @Override
    public String getName() {
        return Messages.tab_name;
    }

    @Override
    public Image getImage() {
        return image;
    }

    @Override
    public void dispose() {
        image.dispose();
        super.dispose();
    }
}
