package org.backprop.core.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.backprop.core.TestProject;
import org.backprop.core.datasets.DatasetImport;
import org.backprop.core.datasets.Placement;
import org.backprop.testkit.LoggedErrors;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.prefs.BackingStoreException;

@ExtendWith(LoggedErrors.class)
class OutsideFilesTest {
    @TempDir
    Path elsewhere;

    private TestProject project;
    private ILaunchConfigurationWorkingCopy configuration;
    private Path data;

    @BeforeEach
    void create() throws CoreException, IOException {
        project = new TestProject("stranger");
        project.xor();
        configuration = Configurations.of("/stranger/xor.nn.yaml");
        data = Files.copy(project.folder().resolve("xor.csv"), elsewhere.resolve("xor.csv"))
                .toRealPath();
    }

    @AfterEach
    void delete() throws CoreException, BackingStoreException {
        project.close();
        InstanceScope.INSTANCE
                .getNode(LaunchPreferences.NODE + "/outside/stranger")
                .removeNode();
    }

    private void readFrom(String path) throws CoreException {
        project.file("xor.nn.yaml", TestProject.XOR.replace("path: xor.csv", "path: '" + path + "'"));
    }

    @Test
    void filesOfTheProjectAreReadWithoutAQuestion() throws Exception {
        assertTrue(OutsideFiles.permits(configuration));
        readFrom("sub/../xor.csv");
        assertTrue(OutsideFiles.permits(configuration));
        readFrom(project.folder().resolve("xor.csv").toString());
        assertTrue(OutsideFiles.permits(configuration));
    }

    @Test
    void aFileElsewhereIsRefusedByNameUntilTheUserAllowsIt() throws Exception {
        readFrom(data.toString());
        CoreException refused = assertThrows(CoreException.class, () -> OutsideFiles.permits(configuration));
        assertTrue(LaunchProblem.OUTSIDE_PROJECT.is(refused.getStatus()), refused.getMessage());
        assertTrue(refused.getMessage().contains("xor.nn.yaml reads files outside its project: " + data));
        OutsideFiles.of(configuration).allow();
        assertTrue(OutsideFiles.permits(configuration));
    }

    @Test
    void aWayOutOfTheProjectByDotsOrLinksIsSeen() throws Exception {
        readFrom(project.folder().relativize(data).toString());
        assertEquals(List.of(data), OutsideFiles.of(configuration).paths());
        Files.createSymbolicLink(project.folder().resolve("inside.csv"), data);
        readFrom("inside.csv");
        assertEquals(List.of(data), OutsideFiles.of(configuration).paths());
    }

    @Test
    void whatASweepTriesIsSeen() throws Exception {
        project.file(
                "xor.nn.yaml",
                TestProject.XOR + "sweep:\n  vary: {data.csv.path: [xor.csv, '" + data
                        + "']}\n  objective: loss/train\n");
        configuration = Configurations.ofSweep("/stranger/xor.nn.yaml");
        assertEquals(List.of(data), OutsideFiles.of(configuration).paths());
    }

    @Test
    void dataThatTheUserLinkedByTheWizardIsReadWithoutAQuestion() throws Exception {
        Path link = Files.createSymbolicLink(elsewhere.resolve("link.csv"), data);
        IFile model = project.project().getFile("linked.nn.yaml");
        new DatasetImport(
                        List.of(link),
                        Placement.LINK,
                        model,
                        path -> TestProject.XOR.replace("path: xor.csv", "path: '" + path + "'"))
                .run(new NullProgressMonitor());
        configuration = Configurations.of("/stranger/linked.nn.yaml");
        assertTrue(OutsideFiles.permits(configuration));
        Path other = Files.copy(data, elsewhere.resolve("other.csv")).toRealPath();
        configuration = Configurations.of("/stranger/xor.nn.yaml");
        readFrom(other.toString());
        assertEquals(List.of(other), OutsideFiles.of(configuration).paths());
    }

    @Test
    void consentOfOneFileIsNoneOfAnother() throws Exception {
        readFrom(data.toString());
        OutsideFiles.of(configuration).allow();
        Path other = Files.copy(data, elsewhere.resolve("other.csv")).toRealPath();
        readFrom(other.toString());
        assertEquals(List.of(other), OutsideFiles.of(configuration).paths());
    }
}
