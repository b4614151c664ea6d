package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.backprop.core.model.ModelNature;
import org.backprop.core.samples.Template;
import org.backprop.editor.ModelEditor;
import org.backprop.editor.network.NetworkPreview;
import org.backprop.model.ModelReader;
import org.backprop.testkit.LoggedErrors;
import org.backprop.ui.UiIds;
import org.backprop.ui.wizards.NewWizards;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.FileEditorInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LoggedErrors.class)
class NewWizardsTest {
    private static final String FRESH = "fresh";

    private TestProject project;

    @BeforeEach
    void createProject() throws Exception {
        Ui.perspective(UiIds.PERSPECTIVE);
        project = new TestProject("wizards");
    }

    @AfterEach
    void deleteProjects() throws CoreException {
        project.close();
        fresh().delete(true, true, null);
    }

    private static IProject fresh() {
        return ResourcesPlugin.getWorkspace().getRoot().getProject(FRESH);
    }

    private static void assertOpened(IFile file) {
        IEditorPart editor = Ui.page().getActiveEditor();
        assertTrue(editor instanceof ModelEditor, String.valueOf(editor));
        assertEquals(new FileEditorInput(file), editor.getEditorInput());
    }

    @Test
    void aModelFromATemplateIsOpenedInItsEditor() throws Exception {
        IFile file = project.project().getFile("lenet.nn.yaml");
        try (WizardDriver wizard = WizardDriver.openNew(UiIds.NEW_MODEL_WIZARD, project.project())) {
            wizard.select(wizard.table(0), "Convolutional");
            assertTrue(wizard.shows("61,706 parameters"), "facts");
            assertTrue(wizard.shows("12,000 samples, of shape [1, 28, 28], 10 classes"), "data");
            wizard.shoot("new-model-template");
            wizard.next();
            assertEquals("cnn.nn.yaml", wizard.field(1).getText());
            wizard.field(1).setText("lenet");
            wizard.shoot("new-model-file");
            wizard.finish();
        }
        String text = Template.all().stream()
                .filter(template -> template.name().equals("cnn"))
                .findFirst()
                .orElseThrow()
                .text();
        assertEquals(text, file.readString());
        assertOpened(file);
    }

    @Test
    void theNameOfANewModelIsCheckedWhileItIsTyped() throws Exception {
        project.file("mlp.nn.yaml", Samples.MODEL);
        try (WizardDriver wizard = WizardDriver.openNew(UiIds.NEW_MODEL_WIZARD, project.project())) {
            wizard.next();
            assertEquals("mlp-2.nn.yaml", wizard.field(1).getText());
            assertTrue(wizard.canFinish());
            wizard.field(1).setText("mlp");
            assertTrue(wizard.error().contains("exists"), wizard.error());
            assertFalse(wizard.canFinish());
            wizard.field(1).setText("");
            assertFalse(wizard.error().isEmpty());
            wizard.field(1).setText("other");
            assertEquals("", wizard.error());
            assertTrue(wizard.canFinish());
        }
    }

    @Test
    void theNetworkOfATextIsShownWithItsBlocksFolded() {
        Shell shell = new Shell(Display.getCurrent());
        try {
            shell.setLayout(new FillLayout());
            shell.setSize(360, 420);
            NetworkPreview preview = new NetworkPreview(shell);
            shell.open();
            Template residual = Template.all().stream()
                    .filter(template -> template.name().equals("residual"))
                    .findFirst()
                    .orElseThrow();
            preview.show(residual.text(), null);
            Ui.await("network is drawn", () -> preview.diagram() != null);
            List<String> names = preview.diagram().boxes().stream()
                    .map(box -> box.node().name())
                    .toList();
            assertTrue(names.containsAll(List.of("input", "stem", "block1", "block2", "scores")), names.toString());
            assertFalse(names.stream().anyMatch(name -> name.contains("/")), names.toString());
        } finally {
            shell.dispose();
        }
    }

    @Test
    void anEmptyProjectIsCheckedOnlyIfThatIsWanted() throws Exception {
        try (WizardDriver wizard = WizardDriver.openNew(UiIds.NEW_PROJECT_WIZARD, null)) {
            assertFalse(wizard.canFinish());
            wizard.field(0).setText(FRESH);
            wizard.shoot("new-project-name");
            wizard.next();
            wizard.shoot("new-project-contents");
            wizard.click("Check model files");
            wizard.finish();
        }
        assertTrue(fresh().isOpen());
        assertFalse(ModelNature.isOn(fresh()));
    }

    @Test
    void aProjectBeginsWithTheExampleThatIsChosen() throws Exception {
        try (WizardDriver wizard = WizardDriver.openNew(UiIds.NEW_PROJECT_WIZARD, null)) {
            wizard.field(0).setText(FRESH);
            wizard.next();
            wizard.click("An example");
            wizard.select(wizard.table(0), "Spirals");
            wizard.finish();
        }
        assertTrue(ModelNature.isOn(fresh()));
        IFile model = fresh().getFile("spirals.nn.yaml");
        assertEquals(List.of(), ModelReader.read(model.getLocation().toPath()).problems());
        assertOpened(model);
    }

    @Test
    void anExampleBecomesAProjectOfItsName() throws Exception {
        try (WizardDriver wizard = WizardDriver.openNew(UiIds.EXAMPLE_WIZARD, null)) {
            wizard.select(wizard.table(0), "Sequence");
            assertEquals("sequences", wizard.field(0).getText());
            wizard.field(0).setText("wizards");
            assertTrue(wizard.error().contains("There is a project named 'wizards' already"), wizard.error());
            assertFalse(wizard.canFinish());
            wizard.field(0).setText("");
            assertFalse(wizard.error().isEmpty());
            wizard.field(0).setText(FRESH);
            wizard.shoot("new-example");
            wizard.finish();
        }
        assertNotNull(Ui.page().findEditor(new FileEditorInput(fresh().getFile("README.md"))));
        assertOpened(fresh().getFile("sequences.nn.yaml"));
    }

    @Test
    void thePerspectiveOffersTheWizardsAndTheyAreOpenedByTheirId() {
        assertEquals(
                List.of(UiIds.NEW_PROJECT_WIZARD, UiIds.NEW_MODEL_WIZARD, UiIds.EXAMPLE_WIZARD),
                Arrays.asList(Ui.page().getNewWizardShortcuts()).subList(0, 3));
        Display display = Display.getCurrent();
        String[] title = new String[1];
        display.asyncExec(() -> {
            Shell[] shells = PlatformUI.getWorkbench()
                    .getActiveWorkbenchWindow()
                    .getShell()
                    .getShells();
            title[0] = Arrays.stream(shells)
                    .filter(Shell::isVisible)
                    .map(Shell::getText)
                    .findFirst()
                    .orElse("");
            Arrays.stream(shells).filter(Shell::isVisible).forEach(Shell::close);
        });
        NewWizards.open(UiIds.NEW_MODEL_WIZARD);
        assertEquals("New Model", title[0]);
    }
}
