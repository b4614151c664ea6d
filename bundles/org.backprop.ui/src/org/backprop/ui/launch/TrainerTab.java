package org.backprop.ui.launch;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.backprop.core.launch.LaunchAttributes;
import org.backprop.core.launch.LaunchValues;
import org.backprop.model.Model;
import org.backprop.ui.help.HelpContexts;
import org.backprop.ui.icons.Icons;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** What this configuration changes about the model: epochs, seed, and any other value. */
public final class TrainerTab extends CheckedTab {
    private static final Set<String> FIELDS = Set.of("training.epochs", "training.seed");
    private static final Predicate<String> PART = path -> !Overrides.isMonitoring(path);

    private Text epochs;
    private Text seed;
    private SettingsTable settings;
    private Label explanation;

    /** A tab, called by the tab group. */
    public TrainerTab() {
        super(Messages.trainer_name, Icons.TRAINER);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = page(parent);
        HelpContexts.set(page, HelpContexts.LAUNCH_TRAINER);
        Group usual = group(page, Messages.trainer_usual, 4);
        epochs = field(usual, Messages.tab_epochs, Messages.tab_asInFile);
        seed = field(usual, Messages.tab_seed, Messages.tab_asInFile);
        Group all = group(page, Messages.trainer_all, 1);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(all);
        Text filter = new Text(all, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(Messages.trainer_filter);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        settings = new SettingsTable(
                all, this::updateLaunchConfigurationDialog, row -> explanation.setText(row.explanation()));
        filter.addModifyListener(event -> settings.filter(filter.getText()));
        explanation = note(all, 1, 3);
        explanation.setText(Messages.trainer_hint);
        Button clear = createPushButton(all, Messages.trainer_clear, null);
        GridDataFactory.swtDefaults().applyTo(clear);
        clear.addListener(SWT.Selection, event -> clear());
    }

    private void clear() {
        settings.overrides().clear();
        updateLaunchConfigurationDialog();
    }

    @Override
    public void initializeFrom(ILaunchConfiguration configuration) {
        epochs.setText(value(configuration, LaunchAttributes.EPOCHS));
        seed.setText(value(configuration, LaunchAttributes.SEED));
        show(configuration);
    }

    @Override
    public void activated(ILaunchConfigurationWorkingCopy configuration) {
        show(configuration);
    }

    private void show(ILaunchConfiguration configuration) {
        LaunchValues values = new LaunchValues(configuration);
        Optional<Model> model = ModelText.model(values);
        model.ifPresent(read -> {
            epochs.setMessage(NLS.bind(Messages.trainer_inFile, read.training().epochs()));
            seed.setMessage(NLS.bind(
                    Messages.trainer_inFile, Long.toString(read.training().seed())));
        });
        var overrides = Overrides.of(configuration, PART);
        settings.show(SettingRow.of(model, overrides.keySet(), PART.and(path -> !FIELDS.contains(path))), overrides);
        settings.showProblems(OverrideProblems.of(values, overrides));
    }

    @Override
    public void performApply(ILaunchConfigurationWorkingCopy configuration) {
        set(configuration, LaunchAttributes.EPOCHS, epochs.getText());
        set(configuration, LaunchAttributes.SEED, seed.getText());
        Overrides.set(configuration, PART, settings.overrides());
        settings.showProblems(OverrideProblems.of(new LaunchValues(configuration), settings.overrides()));
    }

    @Override
    void check(LaunchValues values) throws CoreException {
        values.count(LaunchAttributes.EPOCHS, Messages.tab_epochsLabel);
        values.seed();
        ModelText.requireValidOverrides(values, PART);
    }
}
