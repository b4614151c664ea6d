package org.backprop.ui.launch;

import java.util.Optional;

import org.backprop.core.launch.LaunchAttributes;
import org.backprop.core.launch.LaunchValues;
import org.backprop.ui.help.HelpContexts;
import org.backprop.ui.icons.Icons;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** The model file to train, and where the run goes; for a comparison of settings also how many trials at once. */
public final class ModelTab extends CheckedTab {
    private final boolean sweep;
    private Text model;
    private Text runs;
    private Text resume;
    private Text epochs;
    private Text parallel;
    private Label summary;

    /** The tab of a training. */
    public ModelTab() {
        this(false);
    }

    private ModelTab(boolean sweep) {
        super(Messages.tab_name, Icons.MODEL);
        this.sweep = sweep;
    }

    /** The tab of a comparison of settings, whose seeds stand in the model file. */
    static ModelTab ofSweep() {
        return new ModelTab(true);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = page(parent);
        HelpContexts.set(page, HelpContexts.LAUNCH_MODEL);
        Group file = group(page, Messages.tab_modelGroup, 3);
        model = field(file, Messages.tab_model, Messages.tab_modelHint);
        Button browse = createPushButton(file, Messages.tab_browse, null);
        browse.addListener(SWT.Selection, event -> browse());
        summary = note(file, 3, 2);
        Group run = group(page, Messages.tab_runGroup, 2);
        runs = field(run, Messages.tab_runs, Messages.tab_runsHint);
        if (sweep) {
            epochs = field(run, Messages.tab_epochs, Messages.tab_asInFile);
            parallel = field(run, Messages.tab_parallel, Messages.tab_asInFile);
        } else {
            resume = field(run, Messages.tab_resume, Messages.tab_resumeHint);
        }
    }

    private void browse() {
        ModelFileDialog dialog = new ModelFileDialog(getShell());
        dialog.choose().ifPresent(file -> model.setText(file.getFullPath().toString()));
    }

    @Override
    public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
        Optional.ofNullable(DebugUITools.getSelectedResource())
                .flatMap(ModelTab::onlyModel)
                .ifPresent(file -> {
                    TrainingConfigurations.initialize(configuration, file);
                    configuration.rename(
                            getLaunchConfigurationDialog() == null
                                    ? Models.stem(file)
                                    : getLaunchConfigurationDialog().generateName(Models.stem(file)));
                });
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
        model.setText(value(configuration, LaunchAttributes.MODEL));
        runs.setText(value(configuration, LaunchAttributes.RUNS));
        if (sweep) {
            epochs.setText(value(configuration, LaunchAttributes.EPOCHS));
            parallel.setText(value(configuration, LaunchAttributes.PARALLEL));
        } else {
            resume.setText(value(configuration, LaunchAttributes.RESUME));
        }
        describe(new LaunchValues(configuration));
    }

    @Override
    public void performApply(ILaunchConfigurationWorkingCopy configuration) {
        set(configuration, LaunchAttributes.MODEL, model.getText());
        set(configuration, LaunchAttributes.RUNS, runs.getText());
        if (sweep) {
            set(configuration, LaunchAttributes.EPOCHS, epochs.getText());
            set(configuration, LaunchAttributes.PARALLEL, parallel.getText());
        } else {
            set(configuration, LaunchAttributes.RESUME, resume.getText());
        }
        configuration.setMappedResources(mapped(configuration));
        describe(new LaunchValues(configuration));
    }

    private void describe(LaunchValues values) {
        summary.setText(ModelText.summary(values));
    }

    /** The model file, so that the configuration follows when it is renamed. */
    private static IResource[] mapped(ILaunchConfiguration configuration) {
        try {
            return new IResource[] {new LaunchValues(configuration).model()};
        } catch (CoreException e) {
            return null;
        }
    }

    @Override
    void check(LaunchValues values) throws CoreException {
        ModelText.requireValid(values);
        values.path(LaunchAttributes.RUNS, Messages.tab_runsLabel, values.project());
        values.folder(LaunchAttributes.RESUME, Messages.tab_resumeLabel, values.project());
        if (sweep) {
            values.count(LaunchAttributes.EPOCHS, Messages.tab_epochsLabel);
            values.count(LaunchAttributes.PARALLEL, Messages.tab_parallelLabel);
        }
    }
}
