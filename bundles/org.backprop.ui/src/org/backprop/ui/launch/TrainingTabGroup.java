package org.backprop.ui.launch;

import org.eclipse.debug.ui.AbstractLaunchConfigurationTabGroup;
import org.eclipse.debug.ui.CommonTab;
import org.eclipse.debug.ui.EnvironmentTab;
import org.eclipse.debug.ui.ILaunchConfigurationDialog;
import org.eclipse.debug.ui.ILaunchConfigurationTab;

/** The pages of a training configuration: Model, Data, Trainer, Backend, Monitoring, Environment, Common. */
public final class TrainingTabGroup extends AbstractLaunchConfigurationTabGroup {
    @Override
    public void createTabs(ILaunchConfigurationDialog dialog, String mode) {
        setTabs(new ILaunchConfigurationTab[] {
            new ModelTab(),
            new DataTab(),
            new TrainerTab(),
            new BackendTab(),
            new MonitoringTab(),
            new EnvironmentTab(),
            new CommonTab()
        });
    }
}
