package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.core.launch.LaunchAttributes;
import org.backprop.core.launch.LaunchProblem;
import org.backprop.testkit.LoggedErrors;
import org.backprop.ui.launch.BackendNotReady;
import org.backprop.ui.launch.BackendTab;
import org.backprop.ui.launch.DataTab;
import org.backprop.ui.launch.ModelTab;
import org.backprop.ui.launch.MonitoringTab;
import org.backprop.ui.launch.TrainerTab;
import org.backprop.ui.launch.TrainingConfigurations;
import org.backprop.ui.launch.TrainingTabGroup;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.CommonTab;
import org.eclipse.debug.ui.ILaunchConfigurationTab;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LoggedErrors.class)
class LaunchTabsTest {
    private final ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
    private final List<ILaunchConfigurationTab> created = new ArrayList<>();
    private TestProject project;
    private Shell shell;
    private ILaunchConfigurationWorkingCopy configuration;

    @BeforeEach
    void createModel() throws Exception {
        project = new TestProject("tabs");
        shell = new Shell(Ui.page().getWorkbenchWindow().getShell(), SWT.NONE);
        shell.setLayout(new FillLayout());
        configuration = TrainingConfigurations.create(
                        project.file("small.nn.yaml", Samples.MODEL), LaunchAttributes.TYPE)
                .getWorkingCopy();
    }

    @AfterEach
    void dispose() throws Exception {
        created.forEach(ILaunchConfigurationTab::dispose);
        shell.dispose();
        for (ILaunchConfiguration saved : manager.getLaunchConfigurations()) {
            saved.delete();
        }
        project.close();
    }

    private <T extends ILaunchConfigurationTab> T show(T tab) {
        created.add(tab);
        tab.createControl(shell);
        tab.initializeFrom(configuration);
        return tab;
    }

    @Test
    void theTabsComeInTheirOrderAndCommonIsLast() {
        TrainingTabGroup group = new TrainingTabGroup();
        group.createTabs(null, ILaunchManager.RUN_MODE);
        List<String> names = new ArrayList<>();
        for (ILaunchConfigurationTab tab : group.getTabs()) {
            names.add(tab.getName());
        }
        assertEquals(List.of("Model", "Data", "Trainer", "Backend", "Monitoring"), names.subList(0, 5));
        assertTrue(group.getTabs()[6] instanceof CommonTab);
        group.dispose();
    }

    @Test
    void theModelTabNamesWhatIsWrongWithTheModel() throws Exception {
        ModelTab tab = show(new ModelTab());
        assertRejected(tab, LaunchAttributes.MODEL, "", "No model file is selected");
        assertRejected(tab, LaunchAttributes.MODEL, "/tabs/absent.nn.yaml", "does not exist");
        project.file("broken.nn.yaml", "backprop: 1\nnetwork: 3\n");
        assertRejected(tab, LaunchAttributes.MODEL, "/tabs/broken.nn.yaml", "broken.nn.yaml, line");
        assertAccepted(tab, LaunchAttributes.MODEL, "/tabs/small.nn.yaml");
        assertRejected(tab, LaunchAttributes.RESUME, "nowhere", "a folder that exists");
    }

    @Test
    void theDataTabNamesAFileThatIsMissing() throws Exception {
        DataTab tab = show(new DataTab());
        assertAccepted(tab, LaunchAttributes.DATA, null);
        assertRejected(tab, LaunchAttributes.DATA, "nowhere", "a folder that exists");
        configuration.removeAttribute(LaunchAttributes.DATA);
        project.file(
                "table.nn.yaml",
                Samples.MODEL.replaceFirst(
                        "(?m)^data:(\\s*\\n(?: .*\\n)+| .*\\n)", "data: {csv: {path: absent.csv, target: y}}\n"));
        assertRejected(tab, LaunchAttributes.MODEL, "/tabs/table.nn.yaml", "absent.csv does not exist");
    }

    @Test
    void theTrainerTabChecksEpochsSeedAndEveryOverride() {
        TrainerTab tab = show(new TrainerTab());
        assertRejected(tab, LaunchAttributes.EPOCHS, "0", "Epochs");
        assertAccepted(tab, LaunchAttributes.EPOCHS, "5");
        assertRejected(tab, LaunchAttributes.SEED, "many", "Seed");
        assertAccepted(tab, LaunchAttributes.SEED, "7");
        configuration.setAttribute(LaunchAttributes.OVERRIDES, Map.of("training.batch_size", "-1"));
        assertFalse(tab.isValid(configuration));
        assertTrue(tab.getErrorMessage().startsWith("training.batch_size: "), tab.getErrorMessage());
        configuration.setAttribute(LaunchAttributes.OVERRIDES, Map.of("training.batch_size", "8"));
        assertTrue(tab.isValid(configuration));
    }

    @Test
    void theTabsKeepWhatTheyShowAndTheOverridesOfEachOther() throws Exception {
        Map<String, String> overrides = Map.of("training.batch_size", "8", "monitor.histograms_every", "50");
        configuration.setAttribute(LaunchAttributes.OVERRIDES, overrides);
        configuration.setAttribute(LaunchAttributes.EPOCHS, "4");
        configuration.setAttribute(LaunchAttributes.THREADS, "1");
        configuration.setAttribute(LaunchAttributes.HEAP, "2g");
        List<ILaunchConfigurationTab> tabs =
                List.of(new ModelTab(), new DataTab(), new TrainerTab(), new BackendTab(), new MonitoringTab());
        tabs.forEach(this::show);
        ILaunchConfigurationWorkingCopy applied = configuration.copy("applied");
        tabs.forEach(tab -> tab.performApply(applied));
        assertEquals(overrides, applied.getAttribute(LaunchAttributes.OVERRIDES, Map.of()));
        for (String key : List.of(
                LaunchAttributes.MODEL, LaunchAttributes.EPOCHS, LaunchAttributes.THREADS, LaunchAttributes.HEAP)) {
            assertEquals(configuration.getAttribute(key, ""), applied.getAttribute(key, ""), key);
        }
    }

    @Test
    void theBackendTabChecksBackendThreadsAndHeap() {
        BackendTab tab = show(new BackendTab());
        assertAccepted(tab, LaunchAttributes.BACKEND, null);
        assertRejected(tab, LaunchAttributes.BACKEND, "abacus", "abacus");
        configuration.removeAttribute(LaunchAttributes.BACKEND);
        assertRejected(tab, LaunchAttributes.THREADS, "0", "Threads");
        configuration.removeAttribute(LaunchAttributes.THREADS);
        assertAccepted(tab, LaunchAttributes.WORKERS, "none, which only a cluster minds");
        assertRejected(tab, LaunchAttributes.HEAP, "much", "512m");
        assertAccepted(tab, LaunchAttributes.HEAP, "4g");
    }

    @Test
    void theFieldsOfAClusterAreShownWhereItIsChosenAndKeepTheirValues() throws Exception {
        configuration.setAttribute(LaunchAttributes.BACKEND, "spark");
        configuration.setAttribute(LaunchAttributes.SPARK, "local[2]");
        configuration.setAttribute(LaunchAttributes.AVERAGE_EVERY, "16");
        BackendTab tab = show(new BackendTab());
        shell.open();
        Combo backend = Ui.visible(shell, Combo.class).getFirst();
        Text cluster = text("local[2]");
        Text averageEvery = text("16");
        assertTrue(cluster.getVisible());
        int height = tab.getControl().computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        ILaunchConfigurationWorkingCopy applied = configuration.copy("applied");
        backend.select(0);
        tab.performApply(applied);
        assertFalse(cluster.getVisible() || averageEvery.getVisible());
        assertTrue(tab.getControl().computeSize(SWT.DEFAULT, SWT.DEFAULT).y < height, "they take no room");
        assertEquals("local[2]", applied.getAttribute(LaunchAttributes.SPARK, ""));
        assertEquals("16", applied.getAttribute(LaunchAttributes.AVERAGE_EVERY, ""));
    }

    private Text text(String shown) {
        return Ui.visible(shell, Text.class).stream()
                .filter(text -> text.getText().equals(shown))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theMonitoringTabChecksItsIntervals() {
        MonitoringTab tab = show(new MonitoringTab());
        configuration.setAttribute(LaunchAttributes.OVERRIDES, Map.of("monitor.masks_every", "-3"));
        assertFalse(tab.isValid(configuration));
        assertTrue(tab.getErrorMessage().startsWith("monitor.masks_every: "), tab.getErrorMessage());
        configuration.setAttribute(LaunchAttributes.OVERRIDES, Map.of("monitor.masks_every", "never"));
        assertTrue(tab.isValid(configuration));
    }

    @Test
    void aBackendThatCannotComputeIsToldByItsStatusHandler() {
        var status = new Status(
                Status.ERROR, "org.backprop.core", LaunchProblem.BACKEND_NOT_READY.code(), "no driver", null);
        assertTrue(manager != null && DebugPlugin.getDefault().getStatusHandler(status) instanceof BackendNotReady);
    }

    private void assertRejected(ILaunchConfigurationTab tab, String attribute, String value, String message) {
        configuration.setAttribute(attribute, value);
        assertFalse(tab.isValid(configuration), value);
        String shown = Optional.ofNullable(tab.getErrorMessage()).orElse("");
        assertTrue(shown.contains(message), shown);
    }

    private void assertAccepted(ILaunchConfigurationTab tab, String attribute, String value) {
        configuration.setAttribute(attribute, value);
        assertTrue(tab.isValid(configuration), tab.getErrorMessage());
        assertNull(tab.getErrorMessage());
    }
}
