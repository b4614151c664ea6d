package org.backprop.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.backprop.core.TestProject;
import org.backprop.model.Code;
import org.backprop.testkit.LoggedErrors;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LoggedErrors.class)
class ModelBuilderTest {
    private static final String MISSPELT = TestProject.XOR.replace("epochs: 3", "epoch: 3");

    private TestProject project;

    @BeforeEach
    void create() throws CoreException {
        project = new TestProject("builder");
    }

    @AfterEach
    void delete() throws CoreException {
        project.close();
    }

    @Test
    void aValidModelHasNoMarker() throws CoreException {
        IFile model = project.xor();
        project.build();
        assertEquals(List.of(), markers(model));
    }

    @Test
    void aProblemIsMarkedOnItsLineAndCharacters() throws CoreException {
        project.xor();
        IFile model = project.file("xor.nn.yaml", MISSPELT);
        project.build();

        IMarker marker = only(model);
        assertEquals(14, marker.getAttribute(IMarker.LINE_NUMBER));
        int start = marker.getAttribute(IMarker.CHAR_START, -1);
        int end = marker.getAttribute(IMarker.CHAR_END, -1);
        assertEquals("epoch", MISSPELT.substring(start, end));
        assertEquals(IMarker.SEVERITY_ERROR, marker.getAttribute(IMarker.SEVERITY));
        assertEquals(Code.UNKNOWN_KEY.name(), marker.getAttribute(ModelMarkers.CODE));
        assertTrue(marker.getAttribute(IMarker.MESSAGE, "").contains("epochs"), "names the nearest key");
    }

    @Test
    void aMarkerVanishesWhenTheProblemIsFixed() throws CoreException {
        project.xor();
        IFile model = project.file("xor.nn.yaml", MISSPELT);
        project.build();
        project.file("xor.nn.yaml", TestProject.XOR);
        project.build();
        assertEquals(List.of(), markers(model));
    }

    @Test
    void aMarkerIsKeptWhileItsProblemStays() throws CoreException {
        project.xor();
        IFile model = project.file("xor.nn.yaml", MISSPELT);
        project.build();
        long before = only(model).getId();
        project.file("xor.nn.yaml", MISSPELT + "# a comment\n");
        project.build();
        assertEquals(before, only(model).getId());
    }

    @Test
    void problemsOfADeletedFileVanish() throws CoreException {
        project.xor();
        IFile model = project.file("xor.nn.yaml", MISSPELT);
        project.build();
        assertNotEquals(List.of(), markers(model));
        model.delete(true, null);
        project.build();
        assertEquals(List.of(), markers(project.project()));
    }

    @Test
    void problemsVanishWhenTheFileIsRenamedToSomethingElse() throws CoreException {
        project.xor();
        IFile model = project.file("xor.nn.yaml", MISSPELT);
        project.build();
        model.move(model.getFullPath().removeLastSegments(1).append("notes.txt"), true, null);
        project.build();
        assertEquals(List.of(), markers(project.project()));
    }

    @Test
    void aModelIsValidatedAgainWhenItsDataFileGoes() throws CoreException {
        IFile model = project.xor();
        project.build();
        project.project().getFile("xor.csv").delete(true, null);
        project.build();
        assertEquals(Code.DATA_NOT_FOUND.name(), only(model).getAttribute(ModelMarkers.CODE));
    }

    @Test
    void unsavedTextOfAnEditorHasTheLastWord() throws CoreException {
        project.xor();
        IFile model = project.file("xor.nn.yaml", TestProject.XOR);
        ITextFileBufferManager buffers = ITextFileBufferManager.DEFAULT;
        buffers.connect(model.getFullPath(), LocationKind.IFILE, null);
        try {
            buffers.getTextFileBuffer(model.getFullPath(), LocationKind.IFILE)
                    .getDocument()
                    .set(MISSPELT);
            project.file("other.csv", "1\n");
            project.build();
            only(model);
        } finally {
            buffers.disconnect(model.getFullPath(), LocationKind.IFILE, null);
        }
        ModelMarkers.refresh(model);
        assertEquals(List.of(), markers(model));
    }

    @Test
    void otherFilesAreNotValidated() throws CoreException {
        IFile other = project.file("settings.yaml", "epoch: 3\n");
        project.build();
        assertEquals(List.of(), markers(other));
    }

    @Test
    void cleanRemovesMarkersAndAFullBuildBringsThemBack() throws CoreException {
        project.xor();
        IFile model = project.file("xor.nn.yaml", MISSPELT);
        project.build();
        project.project().build(IncrementalProjectBuilder.CLEAN_BUILD, null);
        assertEquals(List.of(), markers(model));
        project.build();
        only(model);
    }

    @Test
    void withoutTheNatureNothingIsMarked() throws CoreException {
        project.xor();
        IFile model = project.file("xor.nn.yaml", MISSPELT);
        project.build();
        ModelNature.removeFrom(project.project(), null);
        assertFalse(ModelNature.isOn(project.project()));
        assertEquals(List.of(), markers(model));
        project.build();
        assertEquals(List.of(), markers(model));
        assertEquals(0, project.project().getDescription().getBuildSpec().length);
    }

    @Test
    void modelsWithASweepAreToldFromOthers() throws CoreException {
        ModelTester tester = new ModelTester();
        assertFalse(tester.test(project.xor(), "hasSweep", new Object[0], null));
        assertTrue(tester.test(project.xorSweep(), "hasSweep", new Object[0], null));
    }

    private static IMarker only(IResource resource) throws CoreException {
        List<IMarker> markers = markers(resource);
        assertEquals(
                1,
                markers.size(),
                () -> "markers: " + markers.stream().map(ModelBuilderTest::text).toList());
        return markers.getFirst();
    }

    private static String text(IMarker marker) {
        return marker.getAttribute(IMarker.LINE_NUMBER, 0) + " " + marker.getAttribute(IMarker.MESSAGE, "");
    }

    private static List<IMarker> markers(IResource resource) throws CoreException {
        return Arrays.asList(resource.findMarkers(ModelMarkers.TYPE, true, IResource.DEPTH_INFINITE));
    }
}
