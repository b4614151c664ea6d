package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.backprop.core.launch.LaunchAttributes;
import org.backprop.testkit.LoggedErrors;
import org.backprop.ui.UiIds;
import org.backprop.ui.launch.SweepLaunchShortcut;
import org.backprop.ui.launch.TrainingConfigurations;
import org.backprop.ui.launch.TrainingLaunchShortcut;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Platform;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.actions.ILaunchable;
import org.eclipse.jface.viewers.StructuredSelection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LoggedErrors.class)
class LaunchTest {
    private final ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
    private final TrainingLaunchShortcut shortcut = new TrainingLaunchShortcut();
    private TestProject project;
    private IFile model;

    @BeforeEach
    void createModel() throws Exception {
        project = new TestProject("launch");
        model = project.file("small.nn.yaml", Samples.MODEL);
    }

    @AfterEach
    void deleteConfigurations() throws Exception {
        for (ILaunchConfiguration configuration : manager.getLaunchConfigurations()) {
            configuration.delete();
        }
        project.close();
    }

    @Test
    void shortcutCreatesAConfigurationAndUsesItAgain() throws Exception {
        ILaunchConfiguration created = shortcut.configuration(model).orElseThrow();
        assertEquals("small", created.getName());
        assertEquals("/launch/small.nn.yaml", created.getAttribute(LaunchAttributes.MODEL, ""));
        assertEquals(created, shortcut.configuration(model).orElseThrow());
        assertEquals(List.of(created), TrainingConfigurations.of(model, LaunchAttributes.TYPE));
        assertEquals(1, manager.getLaunchConfigurations().length);
    }

    @Test
    void aRaceHasAConfigurationOfItsOwn() throws Exception {
        ILaunchConfiguration training = shortcut.configuration(model).orElseThrow();
        ILaunchConfiguration race =
                new SweepLaunchShortcut().configuration(model).orElseThrow();
        assertEquals(LaunchAttributes.SWEEP_TYPE, race.getType().getIdentifier());
        assertEquals("/launch/small.nn.yaml", race.getAttribute(LaunchAttributes.MODEL, ""));
        assertEquals(List.of(training), TrainingConfigurations.of(model, LaunchAttributes.TYPE));
        assertEquals(List.of(race), TrainingConfigurations.of(model, LaunchAttributes.SWEEP_TYPE));
    }

    @Test
    void contextMenuOfAModelOffersRunAs() {
        assertTrue(Platform.getAdapterManager().hasAdapter(model, ILaunchable.class.getName()));
    }

    @Test
    void shortcutFindsTheOnlyModelOfAProject() throws Exception {
        StructuredSelection selected = new StructuredSelection(project.project());
        assertEquals(model, shortcut.getLaunchableResource(selected));
        ILaunchConfiguration created = TrainingConfigurations.create(model, LaunchAttributes.TYPE);
        assertArrayEquals(new Object[] {created}, shortcut.getLaunchConfigurations(selected));
    }

    @Test
    void aRaceIsForModelsWithASweep() throws Exception {
        StructuredSelection selected = new StructuredSelection(project.project());
        assertNull(new SweepLaunchShortcut().getLaunchableResource(selected));
        IFile race = project.file("race.nn.yaml", Samples.MODEL + "sweep: {vary: {training.seed: [1, 2]}}\n");
        assertEquals(race, new SweepLaunchShortcut().getLaunchableResource(selected));
    }

    @Test
    void trainingOffersThePerspective() {
        String perspective = DebugUITools.getLaunchPerspective(
                manager.getLaunchConfigurationType(LaunchAttributes.TYPE), ILaunchManager.RUN_MODE);
        assertEquals(UiIds.PERSPECTIVE, perspective);
    }
}
