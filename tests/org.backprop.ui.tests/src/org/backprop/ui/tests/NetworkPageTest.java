package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

import org.backprop.editor.EditorPreferences;
import org.backprop.editor.ModelEditor;
import org.backprop.editor.ModelSourceEditor;
import org.backprop.editor.network.Export;
import org.backprop.editor.network.NetworkCanvas;
import org.backprop.editor.network.NetworkPage;
import org.backprop.editor.network.Templates;
import org.backprop.editor.network.graph.Diagram.Box;
import org.backprop.editor.network.measure.Legend;
import org.backprop.editor.network.measure.Measure;
import org.backprop.model.Analysis;
import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.ModelReader;
import org.backprop.model.TypeInfo;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunWriter;
import org.backprop.testkit.LoggedErrors;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.CheckboxCellEditor;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditorActionConstants;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource2;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LoggedErrors.class)
class NetworkPageTest {
    private TestProject project;
    private ModelEditor editor;
    private NetworkCanvas canvas;

    @BeforeEach
    void createProject() throws Exception {
        project = new TestProject("network");
    }

    @AfterEach
    void closeProject() throws Exception {
        editor.getAdapter(NetworkPage.class).measure(null);
        editor.showSource();
        project.close();
    }

    private void open(String text) throws Exception {
        IFile file = project.file("net.nn.yaml", text);
        editor = (ModelEditor) IDE.openEditor(Ui.page(), file);
        editor.showNetwork();
        canvas = editor.getAdapter(NetworkPage.class).canvas();
        Ui.await("a diagram", () -> canvas.diagram() != null);
    }

    private String text() {
        return document().get();
    }

    private IDocument document() {
        ModelSourceEditor source = editor.getAdapter(ModelSourceEditor.class);
        return source.getDocumentProvider().getDocument(source.getEditorInput());
    }

    private List<String> shown() {
        return canvas.diagram().boxes().stream().map(box -> box.node().name()).toList();
    }

    private void key(int code, char character, int mask) {
        Event event = new Event();
        event.keyCode = code;
        event.character = character;
        event.stateMask = mask;
        canvas.notifyListeners(SWT.KeyDown, event);
    }

    private void type(String word) {
        Text field = Arrays.stream(canvas.getDisplay().getShells())
                .flatMap(NetworkPageTest::texts)
                .filter(Control::isVisible)
                .filter(text -> text.getShell() != canvas.getShell() || text.getParent() == canvas)
                .findFirst()
                .orElseThrow();
        field.setText(word);
        field.notifyListeners(SWT.DefaultSelection, new Event());
    }

    private static Stream<Text> texts(Control control) {
        Stream<Text> own = control instanceof Text text ? Stream.of(text) : Stream.empty();
        return control instanceof Composite composite
                ? Stream.concat(own, Arrays.stream(composite.getChildren()).flatMap(NetworkPageTest::texts))
                : own;
    }

    private void insert(String word, String name) {
        key(SWT.INSERT, '\0', 0);
        type(word);
        Ui.await(name, () -> shown().contains(name) && canvas.selected().contains(name));
    }

    private void run(String id) {
        editor.getAdapter(NetworkPage.class).action(id).run();
    }

    @Test
    void anEmptyFileBecomesANetworkByPaletteAndKeyboardAlone() throws Exception {
        open("");
        assertEquals(List.of("input"), shown());
        insert("flatten", "flatten_1");
        insert("dense", "dense_1");
        insert("dropout", "dropout_1");
        key(SWT.CR, '\r', 0);
        type("drop");
        Ui.await("the new name", () -> canvas.selected().contains("drop"));
        key(SWT.ARROW_UP, '\0', SWT.MOD3);
        Ui.await("the other order", () -> shown().equals(List.of("input", "flatten_1", "drop", "dense_1")));
        assertEquals(
                "network:\n  layers:\n    - flatten\n    - dropout: {name: drop}\n    - dense: {units: 64}\n", text());
        key(SWT.ARROW_DOWN, '\0', 0);
        assertTrue(canvas.selected().contains("dense_1"));
        run(ActionFactory.DELETE.getId());
        Ui.await("one layer less", () -> shown().equals(List.of("input", "flatten_1", "drop")));
        editor.getAdapter(ModelSourceEditor.class)
                .getAction(ITextEditorActionConstants.UNDO)
                .run();
        Ui.await("the layer again", () -> shown().contains("dense_1"));
        assertTrue(editor.isDirty());
    }

    @Test
    void shapesParametersAndProblemsStandAtTheNodes() throws Exception {
        open(Samples.MODEL);
        Ui.await("shapes", () -> box("hidden").node().parameters() == 12_560);
        assertEquals("[16]", box("hidden").node().shape());
        String before = text();
        document().replace(before.indexOf("name: hidden"), "name: hidden".length(), "name: hidden, unit: 3");
        Ui.await("a problem", () -> !box("hidden").node().problems().isEmpty());
        assertTrue(box("scores").node().problems().isEmpty());
        Shots.take("network");
    }

    @Test
    void aTextThatCannotBeReadLeavesTheLastDiagramInGreyWithALink() throws Exception {
        open(Samples.MODEL);
        document().replace(0, 0, "[");
        Ui.await("grey", canvas::isFaded);
        assertTrue(shown().contains("hidden"));
        Link link = Ui.visible(Link.class).stream()
                .filter(candidate -> candidate.getText().contains("cannot be read"))
                .findFirst()
                .orElseThrow();
        link.notifyListeners(SWT.Selection, new Event());
        assertFalse(canvas.isVisible());
    }

    @Test
    void theCaretOfTheSourceSelectsItsLayer() throws Exception {
        open(Samples.MODEL);
        editor.getAdapter(ModelSourceEditor.class).selectAndReveal(text().indexOf("name: scores"), 0);
        Ui.await("selection", () -> canvas.selected().contains("scores"));
        assertFalse(canvas.isVisible());
    }

    @Test
    void copiedLayersCanBePastedWithFreeNames() throws Exception {
        open(Samples.MODEL);
        canvas.select(List.of("hidden"));
        run(ActionFactory.COPY.getId());
        run(ActionFactory.PASTE.getId());
        Ui.await("the copy", () -> shown().contains("hidden_2"));
    }

    @Test
    void theDiagramIsExportedAsSvg() throws Exception {
        open(Samples.MODEL);
        String svg = Export.svg(canvas.diagram(), 16, null);
        assertTrue(svg.startsWith("<svg") && svg.strip().endsWith("</svg>"), svg);
        assertTrue(svg.contains(">hidden</text>"), svg);
    }

    @Test
    void everyTypeOfThePaletteIsWrittenWithoutErrorsOfItsOwn() throws Exception {
        open("");
        for (TypeInfo type : Catalogue.types(Family.LAYER)) {
            String layer = Templates.of(type, List.of("input", "input"));
            Analysis analysis = ModelReader.read("m.nn.yaml", "network:\n  layers:\n    - " + layer + "\n");
            analysis.problems()
                    .forEach(problem -> assertTrue(
                            problem.position().line() < 3 || problem.code().equals("SHAPE_MISMATCH"),
                            layer + ": " + problem.format()));
        }
    }

    @Test
    void editsThatFollowEachOtherAtOnceAreMadeOneAfterTheOther() throws Exception {
        open("network:\n  layers:\n    - dense: 1\n    - dense: 2\n    - dense: 3\n    - dense: 4\n");
        canvas.select(List.of("dense_1"));
        key(SWT.ARROW_DOWN, '\0', SWT.MOD3);
        key(SWT.ARROW_DOWN, '\0', SWT.MOD3);
        run(ActionFactory.DELETE.getId());
        String left = "network:\n  layers:\n    - dense: 2\n    - dense: 3\n    - dense: 4\n";
        Ui.await("three layers in their order", () -> text().equals(left));
    }

    @Test
    void aRefusedEditLeavesTheTextAloneAndTheNextOneIsMade() throws Exception {
        open("network:\n  layers:\n    - dense: 1\n");
        String before = text();
        canvas.select(List.of("dense_1"));
        editor.moveLayer("dense_1", "gone", true);
        run(ActionFactory.COPY.getId());
        run(ActionFactory.PASTE.getId());
        Ui.await("the edit behind it", () -> shown().contains("dense_2"));
        assertEquals(before + "    - dense: 1\n", text());
    }

    @Test
    void layersCanBeMovedFromTheOutline() throws Exception {
        open(Samples.MODEL);
        editor.moveLayer("flatten_1", "hidden", true);
        Ui.await("the other order", () -> shown().indexOf("flatten_1") > shown().indexOf("hidden"));
        editor.moveLayer("flatten_1", "hidden", false);
        Ui.await("the first order", () -> shown().indexOf("flatten_1") < shown().indexOf("hidden"));
        assertEquals(Samples.MODEL, text());
    }

    @Test
    void parametersHaveCellsOfTheirTypeAndSayWhatIsTheDefault() throws Exception {
        open(Samples.MODEL);
        canvas.select(List.of("hidden"));
        IPropertySource2 properties = properties();
        assertEquals("16", properties.getPropertyValue("units"));
        assertEquals(Boolean.TRUE, properties.getPropertyValue("bias"));
        assertTrue(descriptor("bias").getLabelProvider().getText(Boolean.TRUE).contains("default"));
        assertFalse(descriptor("units").getLabelProvider().getText("16").contains("default"));
        assertEquals(CheckboxCellEditor.class, editorOf("bias").getClass());
        assertTrue(editorOf("activation") instanceof ComboBoxCellEditor);
        assertEquals(TextCellEditor.class, editorOf("units").getClass());
        properties.setPropertyValue("bias", Boolean.FALSE);
        properties.setPropertyValue("activation", "tanh");
        assertEquals("tanh", properties.getPropertyValue("activation"));
        Ui.await("both values", () -> text().contains("activation: tanh") && text().contains("bias: false"));
        Ui.await("them in the selection", () -> properties().isPropertySet("bias"));
        properties().resetPropertyValue("bias");
        Ui.await("the default again", () -> !text().contains("bias"));
    }

    @Test
    void aModelOpensWithItsDiagramUntilAnotherPageWasInFront() throws Exception {
        EditorPreferences.own().setToDefault(EditorPreferences.OPEN_PAGE);
        editor = (ModelEditor) IDE.openEditor(Ui.page(), project.file("net.nn.yaml", Samples.MODEL));
        assertTrue(editor.getAdapter(NetworkPage.class).canvas().isVisible());
        editor.showTraining();
        Ui.page().closeEditor(editor, false);
        editor = (ModelEditor) IDE.openEditor(Ui.page(), project.file("other.nn.yaml", Samples.MODEL));
        assertFalse(editor.getAdapter(NetworkPage.class).canvas().isVisible());
    }

    @Test
    void aLayerStaysSelectedWhileTheTextAboveItGrows() throws Exception {
        open(Samples.MODEL);
        canvas.select(List.of("hidden"));
        for (int i = 0; i < 20; i++) {
            document().replace(0, 0, "# A line above\n");
        }
        assertEquals("hidden", properties().getEditableValue());
        Ui.await("the text as it is", () -> canvas.selected().equals(Set.of("hidden")) && !canvas.isFaded());
    }

    @Test
    void theLayerAtTheCaretIsSelectedAfterTheTextHasGrownInTheSource() throws Exception {
        open(Samples.MODEL);
        editor.showSource();
        document().replace(0, 0, "# A line above\n");
        ModelSourceEditor source = editor.getAdapter(ModelSourceEditor.class);
        source.select(text().indexOf("name: scores"), 0);
        editor.showNetwork();
        Ui.await("the layer at the caret", () -> canvas.selected().equals(Set.of("scores")));
    }

    private IPropertySource2 properties() {
        ISelection selection = editor.getEditorSite().getSelectionProvider().getSelection();
        return (IPropertySource2) ((IStructuredSelection) selection).getFirstElement();
    }

    private IPropertyDescriptor descriptor(String id) {
        return Arrays.stream(properties().getPropertyDescriptors())
                .filter(descriptor -> descriptor.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private CellEditor editorOf(String id) {
        CellEditor cell = descriptor(id).createPropertyEditor(canvas);
        cell.dispose();
        return cell;
    }

    @Test
    void layersAreColoredByWhatTheSelectedOrNewestRunRecorded() throws Exception {
        open(Samples.MODEL);
        NetworkPage page = editor.getAdapter(NetworkPage.class);
        page.measure(Measure.GRADIENT_NORM);
        Ui.await("that there is no run", () -> legend().contains("no run of this model yet"));
        assertTrue(shade("hidden").isEmpty());
        RunWriter run = RecordedRun.begin(project.runs(), "net");
        run.scalar("gradient_norm/hidden", 1, 0.001);
        run.scalar("gradient_norm/scores", 1, 0.1);
        run.flush();
        project.refresh();
        Ui.await("values", () -> shade("hidden").isPresent());
        assertEquals(0, shade("hidden").getAsDouble());
        assertEquals(1, shade("scores").getAsDouble());
        assertTrue(shade("flatten_1").isEmpty());
        run.scalar("gradient_norm/hidden", 2, 10);
        run.flush();
        Ui.await("the newest values", () -> shade("hidden").getAsDouble() == 1);
        assertTrue(canvas.tint().text(box("hidden").node()).contains("10.00"), legend());
        assertTrue(legend().contains("Gradient norm in run net, step 2"), legend());
        Shots.take("network-measured");
        page.measure(Measure.DEAD);
        Ui.await("that nothing was recorded", () -> legend().contains("has recorded none so far"));
        run.finish(Outcome.COMPLETED, Optional.empty());
        page.measure(null);
        Ui.await("the kinds of layers again", () -> canvas.tint() == null);
    }

    private OptionalDouble shade(String layer) {
        return canvas.tint() == null
                ? OptionalDouble.empty()
                : canvas.tint().shade(box(layer).node());
    }

    private static String legend() {
        return Ui.visible(Legend.class).stream().map(Legend::text).findFirst().orElse("");
    }

    private Box box(String name) {
        return canvas.diagram().box(name).orElseThrow();
    }
}
