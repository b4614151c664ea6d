package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.backprop.core.samples.AllExamples;
import org.backprop.editor.source.WordHelp;
import org.backprop.ide.help.HelpPages;
import org.backprop.ide.help.HelpView;
import org.backprop.testkit.LoggedErrors;
import org.backprop.ui.UiIds;
import org.backprop.ui.launch.TrainingTabGroup;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.ILaunchConfigurationTab;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.help.IHelpResource;
import org.eclipse.help.IToc;
import org.eclipse.help.ITopic;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.IPreferencePage;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.IWizardDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@ExtendWith(LoggedErrors.class)
class HelpTest {
    private static final String OURS = "org.backprop.";
    private static final String CONTEXT = "org.eclipse.ui.help";

    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = new Shell(Ui.page().getWorkbenchWindow().getShell(), SWT.NONE);
        shell.setLayout(new FillLayout());
    }

    @AfterEach
    void closeShell() {
        shell.dispose();
    }

    private static Stream<IConfigurationElement> declared(String point, String element) {
        return Arrays.stream(Platform.getExtensionRegistry().getConfigurationElementsFor(point))
                .filter(declaration -> declaration.getName().equals(element))
                .filter(declaration -> declaration.getContributor().getName().startsWith(OURS))
                .filter(declaration -> !declaration.getContributor().getName().equals("org.backprop.ide.help"));
    }

    @Test
    void everyViewHasContextHelp() throws Exception {
        List<IConfigurationElement> views =
                declared("org.eclipse.ui.views", "view").toList();
        assertFalse(views.isEmpty());
        for (IConfigurationElement view : views) {
            String id = view.getAttribute("id");
            Ui.page().showView(id);
            String name = id.substring(id.lastIndexOf('.') + 1);
            Ui.await(
                    "the help of " + id,
                    () -> Ui.visible(Composite.class).stream()
                            .anyMatch(area -> ("org.backprop.help." + name).equals(area.getData(CONTEXT))));
            assertHelps("org.backprop.help." + name);
        }
    }

    @Test
    void everyPreferencePageHasContextHelp() {
        List<?> nodes = PlatformUI.getWorkbench().getPreferenceManager().getElements(PreferenceManager.PRE_ORDER);
        List<IPreferenceNode> ours = nodes.stream()
                .map(IPreferenceNode.class::cast)
                .filter(node -> node.getId().startsWith(OURS))
                .toList();
        assertFalse(ours.isEmpty());
        for (IPreferenceNode node : ours) {
            node.createPage();
            IPreferencePage page = node.getPage();
            page.createControl(shell);
            assertHelps(page.getControl());
            node.disposeResources();
        }
    }

    @Test
    void everyWizardHasContextHelp() throws Exception {
        List<String> ids = Stream.of(
                        "org.eclipse.ui.newWizards", "org.eclipse.ui.importWizards", "org.eclipse.ui.exportWizards")
                .flatMap(point -> declared(point, "wizard"))
                .map(wizard -> wizard.getAttribute("id"))
                .toList();
        assertFalse(ids.isEmpty());
        for (String id : ids) {
            IWorkbenchWizard wizard = wizard(id).createWizard();
            wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
            WizardDialog dialog = new WizardDialog(shell, wizard);
            dialog.create();
            assertHelps(dialog.getCurrentPage().getControl());
            dialog.close();
        }
    }

    private static IWizardDescriptor wizard(String id) {
        return Stream.of(
                        PlatformUI.getWorkbench().getNewWizardRegistry(),
                        PlatformUI.getWorkbench().getImportWizardRegistry(),
                        PlatformUI.getWorkbench().getExportWizardRegistry())
                .map(registry -> registry.findWizard(id))
                .filter(found -> found != null)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyTabOfOursInTheLaunchDialogHasContextHelp() {
        TrainingTabGroup group = new TrainingTabGroup();
        group.createTabs(null, ILaunchManager.RUN_MODE);
        List<ILaunchConfigurationTab> ours = Arrays.stream(group.getTabs())
                .filter(tab -> tab.getClass().getName().startsWith(OURS))
                .toList();
        assertEquals(5, ours.size());
        for (ILaunchConfigurationTab tab : ours) {
            tab.createControl(shell);
            assertHelps(tab.getControl());
        }
        group.dispose();
    }

    @Test
    void theEditorHasContextHelp() throws Exception {
        try (TestProject project = new TestProject("help")) {
            IDE.openEditor(Ui.page(), project.file("small.nn.yaml", Samples.MODEL));
            assertTrue(Ui.visible(Composite.class).stream()
                    .anyMatch(area -> "org.backprop.help.editor".equals(area.getData(CONTEXT))));
            assertHelps("org.backprop.help.editor");
            Ui.page().closeAllEditors(false);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'training: {optimizer: |adam}', optimizer/adam",
        "'training: {optimizer: {adam: {beta|1: 0.9}}}', optimizer/adam",
        "'training: {schedule: {cos|ine: {}}}', schedule/cosine",
        "'training: {pruning: {schedule: cu|bic}}', pruning_schedule/cubic",
        "'network: {layers: [{dense: {activation: re|lu}}]}', activation/relu",
        "'network: {layers: [den|se]}', layer/dense",
        "'data: {spir|als: {}}', data/spirals",
        "'train|ing: {}', section/training"
    })
    void theWordAtTheCaretHasItsPage(String marked, String page) throws Exception {
        int caret = marked.indexOf('|');
        WordHelp.Page found = WordHelp.at(marked.replace("|", ""), caret);
        assertEquals("/org.backprop.help/reference/" + page + ".html", found.href());
        assertExists(found.href());
    }

    @Test
    void everyEntryOfTheContentsIsAPageThatCanBeOpened() throws Exception {
        List<IToc> books = Arrays.stream(HelpSystem.getTocs())
                .filter(book -> book.getHref().contains("org.backprop.help"))
                .toList();
        assertEquals(1, books.size());
        for (ITopic topic : books.getFirst().getTopics()) {
            assertOpens(topic);
        }
    }

    private static void assertOpens(ITopic topic) throws Exception {
        assertExists(topic.getHref());
        for (ITopic below : topic.getSubtopics()) {
            assertOpens(below);
        }
    }

    /** Where the platform has no browser (no WebKitGTK), a page goes to one of the system, which no test can follow. */
    @Test
    void helpContentsOpenInTheHelpView() throws Exception {
        HelpView view = (HelpView) Ui.page().showView(HelpView.ID);
        assumeTrue(view.show("about:blank"), "no browser here");
        PlatformUI.getWorkbench().getHelpSystem().displayHelp();
        Ui.await("the first page", () -> view.url().endsWith("/pages/index.html"));
        Ui.page().hideView(view);
    }

    @Test
    void everyCommandOfTheCheatSheetsIsThere() throws Exception {
        ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
        List<URL> sheets =
                Collections.list(Platform.getBundle("org.backprop.help").findEntries("cheatsheets", "*.xml", false));
        assertEquals(3, sheets.size());
        for (URL sheet : sheets) {
            try (InputStream xml = sheet.openStream()) {
                NodeList found = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(xml)
                        .getElementsByTagName("command");
                for (int i = 0; i < found.getLength(); i++) {
                    String serialized = ((Element) found.item(i)).getAttribute("serialization");
                    ParameterizedCommand command =
                            assertDoesNotThrow(() -> commands.deserialize(serialized), serialized);
                    assertTrue(command.getCommand().isDefined(), serialized);
                }
            }
        }
    }

    @Test
    void stepsOfACheatSheetOpenTheModelWhateverHasTheFocus() throws Exception {
        AllExamples.copy(null);
        try {
            Ui.perspective(UiIds.PERSPECTIVE);
            Ui.page().showView(UiIds.RUNS_VIEW).setFocus();
            ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
            for (String sample : List.of("digits-mlp", "vanishing-gradient", "pruning")) {
                ParameterizedCommand open =
                        commands.deserialize("org.backprop.ui.openSample(org.backprop.ui.sample=" + sample + ")");
                PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(open, null);
                assertEquals(sample + ".nn.yaml", Ui.page().getActiveEditor().getTitle());
            }
        } finally {
            Ui.page().closeAllEditors(false);
            AllExamples.project().delete(true, true, null);
        }
    }

    private static void assertHelps(Control control) {
        Object id = control.getData(CONTEXT);
        assertNotNull(id, "no context help: " + control);
        assertHelps((String) id);
    }

    private static void assertHelps(String id) {
        IContext context = HelpSystem.getContext(id);
        assertNotNull(context, id);
        assertFalse(context.getText().isBlank(), id);
        for (IHelpResource topic : context.getRelatedTopics()) {
            assertDoesNotThrow(() -> assertExists(topic.getHref()), id);
        }
    }

    private static void assertExists(String href) throws Exception {
        try (InputStream page = HelpPages.url(href).openStream()) {
            assertTrue(page.read() >= 0, href);
        }
    }
}
