package org.backprop.core.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.backprop.core.model.ModelFiles;
import org.backprop.core.model.ModelNature;
import org.backprop.model.ModelReader;
import org.backprop.testkit.LoggedErrors;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LoggedErrors.class)
class NewProjectTest {
    private static final String NAME = "fresh";

    private final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(NAME);

    @AfterEach
    void delete() throws CoreException {
        project.delete(true, true, null);
    }

    private static NewProject wanted(boolean validated, Optional<Example> example) {
        return new NewProject(ResourcesPlugin.getWorkspace().newProjectDescription(NAME), validated, example);
    }

    @Test
    void anEmptyProjectHasTheNatureOnlyIfItIsWanted() throws CoreException {
        wanted(false, Optional.empty()).create(null);
        assertTrue(project.isOpen());
        assertFalse(ModelNature.isOn(project));
        assertEquals(List.of(), ModelFiles.in(project));
    }

    @Test
    void everyExampleBecomesAProjectWithoutProblems() throws CoreException {
        for (Example example : Example.all()) {
            NewProject wanted = wanted(true, Optional.of(example));
            wanted.create(new NullProgressMonitor());
            assertTrue(ModelNature.isOn(project), example.name());
            assertTrue(project.getFile("README.md").exists(), example.name());
            var analysis =
                    ModelReader.read(wanted.model().orElseThrow().getLocation().toPath());
            assertEquals(List.of(), analysis.problems(), example.name());
            project.delete(true, true, null);
        }
    }

    @Test
    void aCanceledCreationLeavesNothing() {
        NullProgressMonitor canceled = new NullProgressMonitor();
        canceled.setCanceled(true);
        NewProject wanted = wanted(true, Optional.of(Example.all().getFirst()));
        assertThrows(OperationCanceledException.class, () -> wanted.create(canceled));
        assertFalse(project.exists());
    }

    @Test
    void aProjectThatExistsIsRefusedAndStays() throws CoreException {
        wanted(false, Optional.empty()).create(null);
        assertThrows(CoreException.class, () -> wanted(true, Optional.empty()).create(null));
        assertTrue(project.exists());
        assertFalse(ModelNature.isOn(project));
    }

    @Test
    void everyTemplateIsAModelWithoutANameOfItsOwn() {
        for (Template template : Template.all()) {
            var analysis = ModelReader.read("mine.nn.yaml", template.text());
            assertEquals(List.of(), analysis.problems(), template.name());
            assertEquals("mine", analysis.model().orElseThrow().name(), template.name());
        }
    }
}
