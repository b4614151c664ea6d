package org.backprop.core.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.backprop.core.TestProject;
import org.backprop.testkit.LoggedErrors;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LoggedErrors.class)
class DatasetImportTest {

    @TempDir
    Path elsewhere;

    private TestProject project;

    @BeforeEach
    void createProject() throws CoreException {
        project = new TestProject("import");
    }

    @AfterEach
    void deleteProject() throws CoreException {
        project.close();
    }

    private DatasetImport wanted(Placement placement, Path... files) {
        IFile model = project.project().getFile("m.nn.yaml");
        return new DatasetImport(List.of(files), placement, model, path -> "path: " + path);
    }

    private Path write(String name) throws IOException {
        Path file = elsewhere.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name);
    }

    @Test
    void aCopyIsNamedByItsPlaceBesideTheModel() throws Exception {
        DatasetImport wanted = wanted(Placement.COPY, write("t.csv"), write("u.csv"));
        wanted.run(new NullProgressMonitor());
        assertEquals("path: data/t.csv", wanted.model().readString());
        assertEquals("t.csv", project.project().getFile("data/t.csv").readString());
        assertFalse(project.project().getFile("data/u.csv").isLinked());
    }

    @Test
    void aFolderIsCopiedWithAllThatIsInIt() throws Exception {
        write("pets/cat/1.png");
        write("pets/dog/2.png");
        DatasetImport wanted = wanted(Placement.COPY, elsewhere.resolve("pets"));
        wanted.run(new NullProgressMonitor());
        assertEquals("path: data/pets", wanted.model().readString());
        assertEquals(
                "pets/dog/2.png",
                project.project().getFile("data/pets/dog/2.png").readString());
    }

    @Test
    void linkedDataIsNamedByItsFullPathAndShownInTheProject() throws Exception {
        Path table = write("t.csv");
        write("pets/cat/1.png");
        DatasetImport wanted = wanted(Placement.LINK, table, elsewhere.resolve("pets"));
        wanted.run(new NullProgressMonitor());
        assertEquals(
                "path: " + table.toString().replace('\\', '/'), wanted.model().readString());
        assertTrue(project.project().getFile("data/t.csv").isLinked());
        assertTrue(project.project().getFile("data/pets/cat/1.png").exists());
    }

    @Test
    void dataOfTheProjectStaysWhereItIs() throws Exception {
        IFile table = project.file("tables/t.csv", "a,b");
        DatasetImport wanted = wanted(Placement.COPY, table.getLocation().toPath());
        assertTrue(wanted.isInside());
        wanted.run(new NullProgressMonitor());
        assertEquals("path: tables/t.csv", wanted.model().readString());
        assertFalse(project.project().getFolder("data").exists());
    }

    @Test
    void aFileOfTheSameNameIsInTheWayAndStays() throws Exception {
        IFile there = project.file("data/u.csv", "mine");
        DatasetImport wanted = wanted(Placement.COPY, write("t.csv"), write("u.csv"));
        assertEquals(there, wanted.obstacle().orElseThrow());
        assertThrows(CoreException.class, () -> wanted.run(new NullProgressMonitor()));
        assertEquals("mine", there.readString());
        assertFalse(project.project().getFile("data/t.csv").exists());
        assertFalse(wanted.model().exists());
    }

    @Test
    void aCanceledImportLeavesNothing() throws Exception {
        for (int i = 0; i < 10; i++) {
            write("pets/cat/" + i + ".png");
        }
        NullProgressMonitor monitor = new NullProgressMonitor() {
            private int asked;

            @Override
            public boolean isCanceled() {
                return ++asked > 6;
            }
        };
        DatasetImport wanted = wanted(Placement.COPY, elsewhere.resolve("pets"));
        assertThrows(OperationCanceledException.class, () -> wanted.run(monitor));
        project.project().refreshLocal(IResource.DEPTH_INFINITE, null);
        assertFalse(project.project().getFolder("data").exists());
        assertFalse(wanted.model().exists());
    }
}
