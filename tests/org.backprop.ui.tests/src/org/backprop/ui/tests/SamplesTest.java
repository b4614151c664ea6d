package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.backprop.core.model.ModelFiles;
import org.backprop.core.model.ModelNature;
import org.backprop.core.samples.AllExamples;
import org.backprop.model.Analysis;
import org.backprop.model.ModelReader;
import org.backprop.testkit.LoggedErrors;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LoggedErrors.class)
class SamplesTest {
    private final IProject project = AllExamples.project();

    @BeforeEach
    void importSamples() throws Exception {
        AllExamples.copy(new NullProgressMonitor());
    }

    @AfterEach
    void deleteSamples() throws Exception {
        project.delete(true, true, null);
    }

    @Test
    void projectHasTheNatureAndNoFilesOfTheBundle() {
        assertTrue(ModelNature.isOn(project));
        assertTrue(project.getFile(AllExamples.FIRST_MODEL).exists());
        assertFalse(project.getFolder("META-INF").exists());
        assertFalse(project.getFile("plugin.properties").exists());
    }

    @Test
    void everySampleIsFreeOfProblemsAndHasAReadme() throws Exception {
        List<IFile> models = ModelFiles.in(project);
        assertFalse(models.isEmpty());
        for (IFile model : models) {
            Analysis analysis = ModelReader.read(model.getLocation().toPath());
            assertEquals(List.of(), analysis.problems(), model.toString());
            assertTrue(model.getParent().findMember("README.md") != null, model.toString());
        }
    }

    @Test
    void importingAgainKeepsChangesAndBringsBackWhatIsMissing() throws Exception {
        IFile changed = project.getFile(AllExamples.FIRST_MODEL);
        IFile missing = project.getFile("digits-mlp/README.md");
        changed.setContents("name: mine\n".getBytes(StandardCharsets.UTF_8), true, false, null);
        missing.delete(true, null);
        AllExamples.copy(new NullProgressMonitor());
        assertEquals("name: mine\n", changed.readString());
        assertTrue(missing.exists());
    }
}
