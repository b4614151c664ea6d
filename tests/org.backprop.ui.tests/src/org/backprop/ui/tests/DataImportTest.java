package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.backprop.editor.ModelEditor;
import org.backprop.model.Analysis;
import org.backprop.model.ModelReader;
import org.backprop.testkit.LoggedErrors;
import org.backprop.ui.UiIds;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.ui.part.FileEditorInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LoggedErrors.class)
class DataImportTest {

    @TempDir
    Path elsewhere;

    private TestProject project;

    @BeforeEach
    void createProject() throws Exception {
        Ui.perspective(UiIds.PERSPECTIVE);
        project = new TestProject("imported");
    }

    @AfterEach
    void deleteProject() throws CoreException {
        project.close();
    }

    private WizardDriver open() throws Exception {
        return WizardDriver.openImport(UiIds.IMPORT_DATA_WIZARD, project.project());
    }

    /** The model file has no problems beside its data and is in front. */
    private String assertReady(String name) throws Exception {
        IFile model = project.project().getFile(name);
        Analysis analysis = ModelReader.read(model.getLocation().toPath());
        assertEquals(List.of(), analysis.problems());
        assertTrue(analysis.network().isPresent() || model.readString().contains("one_hot"));
        assertTrue(Ui.page().getActiveEditor() instanceof ModelEditor);
        assertEquals(new FileEditorInput(model), Ui.page().getActiveEditor().getEditorInput());
        return model.readString();
    }

    private Path flowers() throws IOException {
        StringBuilder rows = new StringBuilder("length,width,kind\n");
        for (int i = 0; i < 60; i++) {
            rows.append(i % 7)
                    .append('.')
                    .append(i % 10)
                    .append(',')
                    .append(i % 5)
                    .append(".5,");
            rows.append(List.of("setosa", "versicolor", "virginica").get(i % 3)).append('\n');
        }
        return Files.writeString(elsewhere.resolve("flowers.csv"), rows);
    }

    @Test
    void aTableBecomesAModelThatPredictsItsClasses() throws Exception {
        Path table = flowers();
        try (WizardDriver wizard = open()) {
            wizard.field(0).setText(elsewhere.resolve("none.csv").toString());
            assertTrue(wizard.error().contains("There is no file or folder"), wizard.error());
            assertFalse(wizard.button("Next").isEnabled());
            wizard.field(0).setText(table.toString());
            assertEquals("", wizard.error());
            wizard.shoot("import-source");
            wizard.next();
            Ui.await("the table is read", () -> wizard.shows("60 rows, 2 columns to predict from"));
            assertEquals("setosa", wizard.table(1).getItem(0).getText(2));
            assertEquals("kind (to predict)", wizard.table(1).getColumn(2).getText());
            assertTrue(wizard.button("a class").getSelection());
            wizard.shoot("import-csv");
            wizard.check(wizard.table(0), 2, false);
            assertTrue(wizard.error().contains("at least one column"), wizard.error());
            assertFalse(wizard.button("Next").isEnabled());
            wizard.check(wizard.table(0), 2, true);
            wizard.click("numbers");
            assertTrue(wizard.error().contains("has texts"), wizard.error());
            wizard.click("a class");
            wizard.next();
            Ui.await("the network is told", () -> wizard.shows("output [3]"));
            wizard.shoot("import-network");
            wizard.next();
            assertEquals("flowers.nn.yaml", wizard.field(1).getText());
            wizard.shoot("import-target");
            wizard.finish();
        }
        assertTrue(assertReady("flowers.nn.yaml").contains("csv: {path: data/flowers.csv, target: kind}"));
        assertTrue(project.project().getFile("data/flowers.csv").exists());
    }

    @Test
    void numbersOfALinkedTableWithoutAHeaderArePredictedAndTextsEncoded() throws Exception {
        Path table = Files.writeString(elsewhere.resolve("prices.csv"), "red;1.5;2.25\nblue;2.5;7.5\n".repeat(40));
        try (WizardDriver wizard = open()) {
            wizard.field(0).setText(table.toString());
            wizard.next();
            Ui.await("the table is read", () -> wizard.shows("80 rows"));
            assertFalse(wizard.button("The first line").getSelection());
            wizard.check(wizard.table(0), 1, true);
            wizard.next();
            wizard.next();
            wizard.click("Link them");
            wizard.finish();
        }
        String text = assertReady("prices.nn.yaml");
        assertTrue(text.contains(", target: [1, 2], header: false}"), text);
        assertTrue(text.contains("one_hot"), text);
        assertTrue(project.project().getFile("data/prices.csv").isLinked());
    }

    @Test
    void imagesOfSeveralSizesAreScaled() throws Exception {
        for (String kind : List.of("cat", "dog")) {
            Path folder = Files.createDirectories(elsewhere.resolve("pets").resolve(kind));
            for (int i = 0; i < 30; i++) {
                picture(folder.resolve(i + ".png"), kind.equals("cat") ? 40 : 50, i);
            }
        }
        try (WizardDriver wizard = open()) {
            wizard.field(0).setText(elsewhere.resolve("pets").toString());
            assertTrue(wizard.error().contains("is a folder"), wizard.error());
            wizard.click("Images");
            assertEquals("", wizard.error());
            wizard.next();
            Ui.await("the images are counted", () -> wizard.shows("60 images in 2 classes"));
            assertEquals("30", wizard.table(0).getItem(1).getText(1));
            assertTrue(wizard.button("Scale").getSelection());
            wizard.click("Scale");
            assertTrue(wizard.error().contains("different sizes"), wizard.error());
            wizard.click("Scale");
            wizard.click("Grey");
            wizard.shoot("import-images");
            wizard.next();
            wizard.next();
            wizard.finish();
        }
        String text = assertReady("pets.nn.yaml");
        assertTrue(text.contains("images: {path: data/pets, size: 64, color: grey}"), text);
        assertTrue(project.project().getFile("data/pets/dog/29.png").exists());
    }

    private static void picture(Path file, int size, int seed) {
        ImageData data = new ImageData(size, size, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
        for (int i = 0; i < size * size; i++) {
            data.setPixel(i % size, i / size, (seed * 0x070503 + i * 0x010203) & 0xFFFFFF);
        }
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {data};
        loader.save(file.toString(), SWT.IMAGE_PNG);
    }

    @Test
    void idxFilesAreShownAndImportedWithTheirLabels() throws Exception {
        idx("images-idx3-ubyte", 60, 20, 20);
        idx("labels-idx1-ubyte", 60);
        try (WizardDriver wizard = open()) {
            wizard.field(0).setText(elsewhere.resolve("images-idx3-ubyte").toString());
            wizard.click("IDX");
            wizard.next();
            Ui.await("the samples are read", () -> wizard.shows("60 samples of shape [1, 20, 20], 10 classes."));
            wizard.shoot("import-idx");
            wizard.next();
            wizard.next();
            wizard.finish();
        }
        assertTrue(assertReady("images-idx3-ubyte.nn.yaml").contains("idx: {path: data/images-idx3-ubyte}"));
        assertTrue(project.project().getFile("data/labels-idx1-ubyte").exists());
    }

    private void idx(String name, int... dims) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0x0800 | dims.length);
        int elements = 1;
        for (int dim : dims) {
            out.writeInt(dim);
            elements *= dim;
        }
        for (int i = 0; i < elements; i++) {
            out.write(dims.length == 1 ? i % 10 : i * 7);
        }
        Files.write(elsewhere.resolve(name), bytes.toByteArray());
    }

    @Test
    void aTableOfTheProjectStaysWhereItIs() throws Exception {
        IFile table = project.file("t.csv", "a,b,y\n1,2,0\n2,1,1\n".repeat(1) + "3,4,1\n".repeat(60));
        try (WizardDriver wizard = WizardDriver.openImport(UiIds.IMPORT_DATA_WIZARD, table)) {
            assertEquals(table.getLocation().toOSString(), wizard.field(0).getText());
            wizard.next();
            Ui.await("the table is read", () -> wizard.shows("62 rows"));
            wizard.next();
            wizard.next();
            assertTrue(wizard.message().contains("in this project already"), wizard.message());
            wizard.finish();
        }
        assertTrue(assertReady("t.nn.yaml").contains("path: t.csv"));
        assertFalse(project.project().getFolder("data").exists());
    }
}
