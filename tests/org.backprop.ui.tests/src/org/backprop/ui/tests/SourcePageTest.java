package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

import org.backprop.editor.EditorPreferences;
import org.backprop.editor.ModelEditor;
import org.backprop.editor.ModelSourceEditor;
import org.backprop.editor.fixes.MarkerFixes;
import org.backprop.testkit.LoggedErrors;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.TextInvocationContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LoggedErrors.class)
class SourcePageTest {
    private static final String MODEL = """
            backprop: 1
            data:
              digits: {samples: 200, seed: 1}
            network:
              freeze: [hidden]
              layers:
                - flatten
                - dense: {name: hidden, units: 16, activation: relu}  # hidden
                - dense: 16
                - add: {inputs: [dense_2, hidden]}
                - dense: {name: scores, units: 10}
            training:
              loss: cross_entropy
              epochs: 3
            """;
    private static final String COMMAND = "org.backprop.editor.";

    private TestProject project;
    private IFile file;
    private ModelSourceEditor editor;
    private ISourceViewer viewer;

    @BeforeEach
    void openEditor() throws Exception {
        project = new TestProject("source");
        file = project.file("source.nn.yaml", MODEL);
        ModelEditor part = assertInstanceOf(ModelEditor.class, IDE.openEditor(Ui.page(), file));
        editor = part.getAdapter(ModelSourceEditor.class);
        part.showSource();
        part.setFocus();
        viewer = (ISourceViewer) editor.getAdapter(ITextOperationTarget.class);
    }

    @AfterEach
    void closeProject() throws Exception {
        project.close();
    }

    @Test
    void formattingIsOneStepOfUndo() throws Exception {
        String ruined = MODEL.replace(": ", ":  ").replace("    - ", "      - ");
        document().set(ruined);
        run(COMMAND + "format");
        assertEquals(MODEL.replace("relu}  #", "relu}      #"), text());
        undoTarget().doOperation(ITextOperationTarget.UNDO);
        assertEquals(ruined, text());
    }

    @Test
    void selectedLinesBecomeCommentsAndLinesAgain() throws Exception {
        select("  epochs: 3", 0);
        run(COMMAND + "toggleComment");
        assertTrue(text().contains("  # epochs: 3\n"), text());
        run(COMMAND + "toggleComment");
        assertEquals(MODEL, text());
    }

    @Test
    void sectionsAndLayersFold() throws Exception {
        awaitReading();
        int lines = widget().getLineCount();
        run("org.eclipse.ui.edit.text.folding.collapse_all");
        Ui.await("folded", () -> widget().getLineCount() < lines / 2);
        run("org.eclipse.ui.edit.text.folding.expand_all");
        Ui.await("unfolded", () -> widget().getLineCount() == lines);
        assertEquals(MODEL, text());
    }

    @Test
    void theLayerAtTheCaretIsMarkedWhereverItIsNamed() throws Exception {
        select("hidden]}", 1);
        Ui.await("marks", () -> marks().size() == 3);
        assertEquals(List.of("hidden", "hidden", "hidden"), marks());
        Shots.take("source-occurrences");
        select("dense: 16", 1);
        Ui.await("marks of the default name", () -> marks().equals(List.of("dense", "dense_2")));
        run(COMMAND + "markOccurrences");
        assertFalse(EditorPreferences.own().getBoolean(EditorPreferences.MARK_OCCURRENCES));
        Ui.await("no marks", () -> marks().isEmpty());
        run(COMMAND + "markOccurrences");
        Ui.await("marks again", () -> marks().size() == 2);
    }

    @Test
    void openingTheDeclarationOfAReferenceSelectsTheNameOfTheLayer() throws Exception {
        awaitReading();
        select("dense_2, hidden", 2);
        run(COMMAND + "openDeclaration");
        assertEquals(MODEL.indexOf("dense: 16"), selection().getOffset());
        select("hidden]\n", 2);
        run(COMMAND + "openDeclaration");
        assertEquals(MODEL.indexOf("hidden, units"), selection().getOffset());
    }

    @Test
    void aLayerIsRenamedInAllPlacesAtOnce() throws Exception {
        select("hidden]}", 1);
        run(COMMAND + "rename");
        widget().insert("first");
        assertTrue(text().contains("freeze: [first]"), text());
        press(SWT.CR);
        Ui.await(
                "the new name",
                () -> text().equals(MODEL.replace("[hidden", "[first")
                        .replace("name: hidden", "name: first")
                        .replace(", hidden]", ", first]")));
        undoTarget().doOperation(ITextOperationTarget.UNDO);
        assertEquals(MODEL, text());
    }

    @Test
    void aLayerWithoutANameGetsOne() throws Exception {
        select("dense: 16", 1);
        run(COMMAND + "rename");
        assertTrue(text().contains("- dense: {name: dense_2, units: 16}"), text());
        widget().insert("second");
        press(SWT.CR);
        Ui.await(
                "the name",
                () -> text().contains("- dense: {name: second, units: 16}")
                        && text().contains("inputs: [second, hidden]"));
    }

    @Test
    void aNameThatIsTakenIsRefusedAndTheTextStays() throws Exception {
        select("hidden]}", 1);
        run(COMMAND + "rename");
        widget().insert("scores");
        press(SWT.CR);
        Ui.await("the old text", () -> text().equals(MODEL));
        Ui.await(
                "the reason",
                () -> Ui.visible(CLabel.class).stream()
                        .anyMatch(label -> label.getText().contains("there is already a layer scores")));
    }

    @Test
    void escapeTakesARenamingBack() throws Exception {
        select("hidden]}", 1);
        run(COMMAND + "rename");
        widget().insert("x");
        press(SWT.ESC);
        Ui.await("the old text", () -> text().equals(MODEL));
    }

    @Test
    void aProblemIsMendedByItsQuickFix() throws Exception {
        document().replace(MODEL.indexOf("epochs"), 6, "epoch");
        Ui.await("a problem", () -> TestProject.problems(file).size() == 1);
        IMarker problem = TestProject.problems(file).getFirst();
        IMarkerResolution[] fixes = IDE.getMarkerHelpRegistry().getResolutions(problem);
        assertEquals(
                List.of("Change to epochs", "Remove epoch"),
                Arrays.stream(fixes).map(IMarkerResolution::getLabel).toList());
        fixes[0].run(problem);
        assertEquals(MODEL, text());
        Ui.await("no problem", () -> TestProject.problems(file).isEmpty());
    }

    @Test
    void theFixOfWhatTheCaretIsAtIsOfferedFirst() throws Exception {
        int units = MODEL.indexOf("units");
        document().replace(units, 5, "unts");
        Ui.await("two problems", () -> TestProject.problems(file).size() == 2);
        Ui.await("their fixes", () -> offered(units).size() > 2);
        assertEquals("Change to units", offered(units).getFirst());
    }

    private List<String> offered(int offset) {
        ICompletionProposal[] proposals =
                new MarkerFixes().computeQuickAssistProposals(new TextInvocationContext(viewer, offset, 0));
        return proposals == null
                ? List.of()
                : Arrays.stream(proposals)
                        .map(ICompletionProposal::getDisplayString)
                        .toList();
    }

    private void awaitReading() {
        Ui.await("what is known of the text", () -> {
            select("hidden]}", 1);
            return marks().size() == 3;
        });
    }

    private List<String> marks() {
        List<String> marked = new ArrayList<>();
        Iterator<Annotation> annotations = viewer.getAnnotationModel().getAnnotationIterator();
        while (annotations.hasNext()) {
            Annotation annotation = annotations.next();
            if (annotation.getType().equals("org.backprop.editor.occurrence")) {
                var position = viewer.getAnnotationModel().getPosition(annotation);
                marked.add(text().substring(position.offset, position.offset + position.length));
            }
        }
        return marked.stream().sorted().toList();
    }

    private ITextOperationTarget undoTarget() {
        return editor.getAdapter(ITextOperationTarget.class);
    }

    private static void run(String command) throws Exception {
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
    }

    private void press(char key) {
        Event event = new Event();
        event.character = key;
        event.keyCode = key;
        event.doit = true;
        widget().notifyListeners(SWT.KeyDown, event);
    }

    private void select(String text, int behind) {
        editor.selectAndReveal(text().indexOf(text) + behind, 0);
    }

    private ITextSelection selection() {
        return (ITextSelection) editor.getSelectionProvider().getSelection();
    }

    private StyledText widget() {
        return viewer.getTextWidget();
    }

    private String text() {
        return document().get();
    }

    private IDocument document() {
        return viewer.getDocument();
    }
}
