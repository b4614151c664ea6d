package org.backprop.ui.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backprop.core.launch.LaunchValues;
import org.backprop.model.Catalogue;
import org.backprop.model.Model;
import org.backprop.model.ParameterInfo;
import org.backprop.model.TypeInfo;
import org.backprop.ui.help.HelpContexts;
import org.backprop.ui.icons.Icons;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** What is recorded of a training, how often, and what that costs. */
public final class MonitoringTab extends CheckedTab {
    private static final String SECTION = "monitor";

    private final Map<String, Text> fields = new LinkedHashMap<>();

    /** A tab, called by the tab group. */
    public MonitoringTab() {
        super(Messages.monitoring_name, Icons.MONITORING);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = page(parent);
        HelpContexts.set(page, HelpContexts.LAUNCH_MONITORING);
        note(page, 1, 2).setText(Messages.monitoring_always);
        Group group = group(page, Messages.monitoring_group, 2);
        for (ParameterInfo parameter : parameters()) {
            String hint = parameter
                    .defaultValue()
                    .map(value -> NLS.bind(Messages.monitoring_default, value))
                    .orElse(Messages.tab_asInFile);
            fields.put(SECTION + "." + parameter.key(), field(group, MonitoringCosts.title(parameter), hint));
            Label note = note(group, 2, 2);
            note.setText(parameter.doc() + " " + MonitoringCosts.of(parameter.key()));
        }
    }

    private static List<ParameterInfo> parameters() {
        return Catalogue.describe(Model.class)
                .parameter(SECTION)
                .map(section -> Catalogue.describe(section.element().asSubclass(Record.class)))
                .map(TypeInfo::parameters)
                .orElse(List.of());
    }

    @Override
    public void initializeFrom(ILaunchConfiguration configuration) {
        Map<String, String> overrides = Overrides.of(configuration, Overrides::isMonitoring);
        fields.forEach((path, field) -> field.setText(overrides.getOrDefault(path, "")));
        SettingRow.of(ModelText.model(new LaunchValues(configuration)), overrides.keySet(), fields::containsKey)
                .stream()
                .filter(row -> !row.inFile().isEmpty())
                .forEach(row -> fields.get(row.path()).setMessage(NLS.bind(Messages.trainer_inFile, row.inFile())));
    }

    @Override
    public void performApply(ILaunchConfigurationWorkingCopy configuration) {
        Map<String, String> overrides = new LinkedHashMap<>();
        fields.forEach((path, field) -> {
            if (!field.getText().isBlank()) {
                overrides.put(path, field.getText().strip());
            }
        });
        Overrides.set(configuration, Overrides::isMonitoring, overrides);
    }

    @Override
    void check(LaunchValues values) throws CoreException {
        ModelText.requireValidOverrides(values, Overrides::isMonitoring);
    }
}
